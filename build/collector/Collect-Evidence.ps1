# Collects what a diagnosis asks a package server, with programs of Windows alone, as an evidence bundle
# (docs/report-format.md): a folder that `psdoctor diagnose --target recorded:FOLDER` and the wizard read.
# For servers where no other program may run. Changes nothing, judges nothing, sends nothing.
# Windows PowerShell 3.0 (Server 2012) and newer.
param([string]$Destination)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$windows = $env:SystemRoot
# A 32-bit PowerShell sees the 64-bit programs there.
$system = if (Test-Path -LiteralPath "$windows\Sysnative\cmd.exe") { "$windows\Sysnative" } else { "$windows\System32" }
$timeout = 60000

# Of these keys only these values are kept: beside them stand product keys, owners and what nobody asked for.
$agentValues = 'InstallDir', 'Version', 'Policy Last Received', 'Policy Last Requested'
$windowsValues = 'CurrentBuildNumber', 'InstallationType'

. (Join-Path $here 'Questions.ps1')
. (Join-Path $here 'Secrets.ps1')
. (Join-Path $here 'Bundle.ps1')

function Get-Utc { [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss.fffZ') }

# Bytes as they come: in which code page a tool writes differs by tool and build.
function Invoke-Tool([string]$Path, [string[]]$Arguments) {
  $start = New-Object Diagnostics.ProcessStartInfo
  $start.FileName = $Path
  $start.Arguments = ($Arguments | ForEach-Object { if ($_ -match '[\s"]') { '"{0}"' -f $_ } else { $_ } }) -join ' '
  $start.WorkingDirectory = $system
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  $out = New-Object IO.MemoryStream
  $err = New-Object IO.MemoryStream
  $clock = [Diagnostics.Stopwatch]::StartNew()
  $result = @{ outcome = 'exited'; exitCode = $null }
  try {
    $process = [Diagnostics.Process]::Start($start)
    $copies = @($process.StandardOutput.BaseStream.CopyToAsync($out), $process.StandardError.BaseStream.CopyToAsync($err))
    if ($process.WaitForExit($timeout)) {
      [void][Threading.Tasks.Task]::WaitAll($copies, 5000)
      # As Windows tells it, without a sign.
      $result.exitCode = [long]$process.ExitCode -band 4294967295
    } else {
      $process.Kill()
      $result.outcome = 'timedOut'
    }
  } catch {
    $result.outcome = if (Test-Path -LiteralPath $Path) { 'spawnFailed' } else { 'notFound' }
  }
  $result.durationMs = [int]$clock.ElapsedMilliseconds
  $result.stdout = $out.ToArray()
  $result.stderr = $err.ToArray()
  $result
}

function Add-Command([string]$Name, [string]$Binary, [string[]]$Arguments, [string]$Filter) {
  Write-Host "  $Name"
  $at = Get-Utc
  $result = Invoke-Tool ($Binary -replace '^System32', $system) $Arguments
  $answer = New-Answer 'command' $Name $at $result.durationMs
  $answer.binary = "$windows\$Binary"
  $answer.args = @($Arguments)
  $answer.outcome = $result.outcome
  $answer.exitCode = $result.exitCode
  $kept = Remove-Secret $Filter $result.stdout
  if ($kept.filtered) { $answer.filtered = @($kept.filtered) }
  $answer.stdout = Write-AnswerFile $answer '.stdout.txt' $kept.bytes
  $answer.stderr = Write-AnswerFile $answer '.stderr.txt' $result.stderr
  Add-Answer $answer
}

function Add-File([string]$Name, [string]$Path, [string]$Filter) {
  Write-Host "  $Name"
  $answer = New-Answer 'file' $Name (Get-Utc) 0
  $answer.path = $Path
  $real = $Path.Replace("$windows\System32", $system)
  $kept = @{ bytes = [byte[]]@() }
  try {
    $answer.outcome = 'read'
    $kept = Remove-Secret $Filter ([IO.File]::ReadAllBytes($real))
  } catch [UnauthorizedAccessException] {
    $answer.outcome = 'accessDenied'
  } catch [IO.FileNotFoundException], [IO.DirectoryNotFoundException] {
    $answer.outcome = 'notFound'
  } catch {
    $answer.outcome = 'failed'
  }
  if ($kept.filtered) { $answer.filtered = @($kept.filtered) }
  $answer.content = Write-AnswerFile $answer '.txt' $kept.bytes
  Add-Answer $answer
}

function Add-AgentLog([string]$Name, [string]$Path) {
  $answer = New-Answer 'folder' "folder.agentLog.$Name" (Get-Utc) 0
  $answer.path = $Path
  $answer.outcome = 'read'
  $logs = @()
  try {
    $logs = @(Get-ChildItem -LiteralPath $Path -ErrorAction Stop | Where-Object { $_.Name -match '\.log(\.\d{1,4})?$' } |
        Sort-Object LastWriteTimeUtc -Descending)
  } catch [UnauthorizedAccessException] {
    $answer.outcome = 'accessDenied'
  } catch {
    $answer.outcome = 'notFound'
  }
  $answer.entries = @($logs | ForEach-Object {
      @{ name = $_.Name; size = $_.Length; modified = $_.LastWriteTimeUtc.ToString('yyyy-MM-ddTHH:mm:ss.fffZ') }
    })
  Add-Answer $answer
  foreach ($log in $logs) { Add-File "file.agentLog.$($log.Name)" $log.FullName 'agentLog' }
}

$server = Get-Server
$destination = Open-Bundle $Destination $here $server.fqdn
Write-Host "Collecting into $destination"
$about = New-Answer 'host' 'host' (Get-Utc) 0
foreach ($key in 'now', 'bootTime', 'addresses', 'fqdn') { $about[$key] = $server[$key] }
Add-Answer $about
foreach ($question in $questions) { Add-Command $question[0] $question[1] $question[3] $question[2] }
foreach ($script in 'machine', 'agent') {
  $file = Join-Path $here "$script.ps1"
  $arguments = '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', $file
  Add-Command "powershell.$script" 'System32\WindowsPowerShell\v1.0\powershell.exe' $arguments ''
}
foreach ($name in 'redirection.config', 'applicationHost.config') {
  Add-File "file.$name" "$windows\System32\inetsrv\config\$name" 'configuration'
}
Add-AgentLog 'programData' "$env:ProgramData\Symantec\Symantec Agent\Logs"
Add-AgentLog 'public' "$env:PUBLIC\Documents\Altiris\Altiris Agent\Logs"
Close-Bundle $server
Write-Host ''
Write-Host 'Done. Send the whole folder (compress it with the Explorer: Send to > Compressed folder).'
Write-Host 'It names this server, its sites, certificates and addresses. What was taken out is listed in bundle.json.'
