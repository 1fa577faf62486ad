# The text of a task that runs a PowerShell script on package servers: repairs those that have the cause, among others
# or alone, and leaves SERVER-REPAIR-TIME.json on a share. Run the task that diagnoses before, and this one on a single
# server first. Fill in the place, the cause and its repair. psdoctor diagnoses again, and does nothing on a server
# without that cause.
$results = '\\FILESERVER\psdoctor-results\repairs'
$cause = 'stale-binding'
$repair = 'rebind-certificate'
$timeoutSeconds = 180

$ErrorActionPreference = 'Stop'
# A 32-bit engine is given the other Program Files.
$programs = $env:ProgramW6432
if (-not $programs) { $programs = $env:ProgramFiles }
$folder = Join-Path $programs 'PackageServerDoctor'
# No report takes the place of an earlier one: their names end with the time.
$stamp = [DateTime]::UtcNow.ToString("yyyyMMdd'T'HHmmssfff'Z'", [Globalization.CultureInfo]::InvariantCulture)
$local = Join-Path (Join-Path $folder 'repairs') "$repair-$stamp"
$node = Join-Path $folder 'node.exe'
try {
  if (-not (Test-Path -LiteralPath $node)) { throw "there is no $node; run the task that diagnoses first" }
  if (-not (Test-Path -LiteralPath $results)) { throw "the folder $results is not there, or this server may not read it; make it" }
  $null = New-Item -ItemType Directory -Force -Path $local
} catch {
  Write-Output "Nothing was repaired: $_"
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
  & $node (Join-Path $folder 'psdoctor.mjs') repair $repair --yes --only-if $cause --json --timeout $timeoutSeconds --out $local 2>&1 |
    ForEach-Object { Write-Output "$_" }
} catch {
  $why = "$_"
}
$ErrorActionPreference = 'Stop'
$code = $global:LASTEXITCODE
if ($null -eq $code) {
  Write-Output "Nothing was repaired, for psdoctor did not start: $why"
  exit 2
}
$documents = @(Get-ChildItem -LiteralPath $local -Filter '*.json')
if ($documents.Count -eq 0) {
  Write-Output "psdoctor ended with $code and left no report; what it said stands above. What it did is told on this server by psdoctor cases."
  exit 2
}

foreach ($file in $documents) {
  # Whoever reads the share meanwhile sees it whole.
  $path = Join-Path $results "$($file.BaseName)-$repair-$stamp.json"
  $unfinished = "$path.tmp"
  try {
    Copy-Item -LiteralPath $file.FullName -Destination $unfinished -Force
    Move-Item -LiteralPath $unfinished -Destination $path
  } catch {
    Write-Output "The repair ended with $code. Its report could not be written to $results and lies in $local on this server: $_"
    Remove-Item -LiteralPath $unfinished -Force -ErrorAction SilentlyContinue
    exit 2
  }
}
Remove-Item -LiteralPath $local -Recurse -Force -ErrorAction SilentlyContinue
exit $code
