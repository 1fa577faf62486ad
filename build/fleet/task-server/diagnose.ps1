# The text of a task that runs a PowerShell script on package servers: diagnoses, and leaves SERVER.json on a share.
# Fill in the two places. The share of the program must be writable by administrators alone: what lies there runs with
# the rights of the system. The share of the results must be writable by the computer accounts of the servers.
$program = '\\FILESERVER\psdoctor'
$results = '\\FILESERVER\psdoctor-results'
$timeoutSeconds = 180
# Before the program is copied (once, some 96 MB) up to so many seconds are waited, that not all servers do it at once.
$spreadSeconds = 0

$ErrorActionPreference = 'Stop'
# A 32-bit engine is given the other Program Files.
$programs = $env:ProgramW6432
if (-not $programs) { $programs = $env:ProgramFiles }
$folder = Join-Path $programs 'PackageServerDoctor'
# A folder of its own: what other engines left on this server stays.
$local = Join-Path $folder 'results\task'
try {
  # .NET has a current folder of its own.
  $results = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($results)
  if (-not (Test-Path -LiteralPath $results)) { throw "the folder $results is not there, or this server may not read it" }
  $null = New-Item -ItemType Directory -Force -Path $local
  $other = @(foreach ($file in 'node.exe', 'psdoctor.mjs', 'psdoctor.cmd') {
      $from = Get-Item -LiteralPath (Join-Path $program $file)
      $to = Get-Item -LiteralPath (Join-Path $folder $file) -ErrorAction SilentlyContinue
      # By size and time, as a comparison of contents would read all of it over the network.
      if ($null -eq $to -or $to.Length -ne $from.Length -or $to.LastWriteTimeUtc -ne $from.LastWriteTimeUtc) { $from }
    })
  if ($other.Count -gt 0 -and $spreadSeconds -gt 0) { Start-Sleep -Seconds (Get-Random -Maximum $spreadSeconds) }
  foreach ($file in $other) { Copy-Item -LiteralPath $file.FullName -Destination $folder -Force }
  Get-ChildItem -LiteralPath $local -Filter '*.json' | Remove-Item -Force
} catch {
  Write-Output "Nothing was diagnosed, for psdoctor could not be prepared: $_"
  exit 2
}

# What psdoctor.cmd does: no other Node.js of the server has a say.
foreach ($name in 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'NODE_PATH') { Remove-Item -LiteralPath "Env:$name" -ErrorAction SilentlyContinue }

# Where it does not start there is no exit code, and what was there before counts for nothing.
$global:LASTEXITCODE = $null
$why = 'it left no exit code'
# What psdoctor says on stderr is no error of this script.
$ErrorActionPreference = 'Continue'
try {
  & (Join-Path $folder 'node.exe') (Join-Path $folder 'psdoctor.mjs') diagnose --json --timeout $timeoutSeconds --out $local 2>&1 |
    ForEach-Object { Write-Output "$_" }
} catch {
  $why = "$_"
}
$ErrorActionPreference = 'Stop'
$code = $global:LASTEXITCODE
if ($null -eq $code) {
  Write-Output "Nothing was diagnosed, for psdoctor did not start: $why"
  exit 2
}
$documents = @(Get-ChildItem -LiteralPath $local -Filter '*.json')
if ($documents.Count -eq 0) {
  Write-Output "psdoctor ended with $code and left no result; what it said stands above."
  exit 2
}

# Whoever reads the share meanwhile sees the old one or the new.
function Move-Finished([string] $Unfinished, [string] $Path) {
  if (-not [System.IO.File]::Exists($Path)) {
    [System.IO.File]::Move($Unfinished, $Path)
    return
  }
  try {
    # Move-Item -Force deletes before it moves. PowerShell makes "" of $null, which would be a name.
    [System.IO.File]::Replace($Unfinished, $Path, [NullString]::Value)
  } catch {
    # Not every share can replace; there a reader can find neither for a moment.
    Move-Item -LiteralPath $Unfinished -Destination $Path -Force
  }
}

foreach ($file in $documents) {
  $path = Join-Path $results $file.Name
  $unfinished = "$path.tmp"
  try {
    Copy-Item -LiteralPath $file.FullName -Destination $unfinished -Force
    Move-Finished $unfinished $path
  } catch {
    Write-Output "psdoctor ended with $code. Its result could not be written to $results and lies in $local on this server: $_"
    # Where the older one is gone, this is all there is on the share.
    if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $unfinished -Force -ErrorAction SilentlyContinue }
    exit 2
  }
}
exit $code
