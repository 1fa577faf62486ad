# The text of a task that runs a PowerShell script on package servers: repairs those that have the cause, and leaves
# SERVER.json on a share. Run the task that diagnoses before, and this one on a single server first. Fill in the places,
# the cause and its repair. psdoctor diagnoses again, and does nothing on a server without that cause.
$results = '\\FILESERVER\psdoctor-results\repairs'
$cause = 'stale-binding'
$repair = 'rebind-certificate'
$timeoutSeconds = 180

$folder = Join-Path $env:ProgramFiles 'PackageServerDoctor'
$local = Join-Path $folder 'repairs'
try {
  $null = New-Item -ItemType Directory -Force -Path $local -ErrorAction Stop
  Get-ChildItem -LiteralPath $local -Filter '*.json' | Remove-Item -Force -ErrorAction Stop
} catch {
  Write-Output "The folder for the answer cannot be used: $_"
  exit 2
}

& (Join-Path $folder 'node.exe') (Join-Path $folder 'psdoctor.mjs') repair $repair --yes --only-if $cause --json --timeout $timeoutSeconds --out $local 2>&1 |
  ForEach-Object { Write-Output "$_" }
$code = $LASTEXITCODE

foreach ($file in Get-ChildItem -LiteralPath $local -Filter '*.json') {
  try {
    $unfinished = Join-Path $results ($file.Name + '.' + [guid]::NewGuid().ToString('N') + '.tmp')
    Copy-Item -LiteralPath $file.FullName -Destination $unfinished -ErrorAction Stop
    Move-Item -LiteralPath $unfinished -Destination (Join-Path $results $file.Name) -Force -ErrorAction Stop
  } catch {
    Write-Output "The repair ended with $code. Its report could not be written to $results and lies in $local on this server: $_"
    exit $code
  }
}
exit $code
