# The text of a task that runs a PowerShell script on package servers: diagnoses, and leaves SERVER.json on a share.
# Fill in the two places. The share of the program must be writable by administrators alone: what lies there runs with
# the rights of the system. The share of the results must be writable by the computer accounts of the servers.
$program = '\\FILESERVER\psdoctor'
$results = '\\FILESERVER\psdoctor-results'
$timeoutSeconds = 180

$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:ProgramFiles 'PackageServerDoctor'
$local = Join-Path $folder 'results'
try {
  $null = New-Item -ItemType Directory -Force -Path $local
  foreach ($file in 'node.exe', 'psdoctor.mjs', 'psdoctor.cmd') {
    Copy-Item -LiteralPath (Join-Path $program $file) -Destination $folder -Force
  }
  Get-ChildItem -LiteralPath $local -Filter '*.json' | Remove-Item -Force
} catch {
  Write-Output "psdoctor could not be copied: $_"
  exit 2
}

$ErrorActionPreference = 'Continue'
& (Join-Path $folder 'node.exe') (Join-Path $folder 'psdoctor.mjs') diagnose --json --timeout $timeoutSeconds --out $local 2>&1 |
  ForEach-Object { Write-Output "$_" }
$code = $LASTEXITCODE

foreach ($file in Get-ChildItem -LiteralPath $local -Filter '*.json') {
  try {
    # Whole or not at all: whoever reads the share meanwhile sees the old one or the new.
    $unfinished = Join-Path $results ($file.Name + '.' + [guid]::NewGuid().ToString('N') + '.tmp')
    Copy-Item -LiteralPath $file.FullName -Destination $unfinished
    Move-Item -LiteralPath $unfinished -Destination (Join-Path $results $file.Name) -Force
  } catch {
    Write-Output "The result could not be written to $results and lies in $local on this server: $_"
    exit 2
  }
}
exit $code
