@rem Runs psdoctor.mjs with the Node.js beside it, whatever Node.js is installed; its exit code is psdoctor's.
@setlocal
@set NODE_OPTIONS=
@set NODE_EXTRA_CA_CERTS=
@set NODE_PATH=
@"%~dp0node.exe" "%~dp0psdoctor.mjs" %*
