#Requires -Version 5.1
<#
.SYNOPSIS
Diagnoses or repairs many package servers over PowerShell remoting, and collects one document from each.

.DESCRIPTION
Copies psdoctor to the servers where it is missing or older, runs it there, and writes what it concluded into the
folder of results as SERVER.json (a diagnosis) or repairs\SERVER-REPAIR.json. "psdoctor fleet RESULTS" makes the list.
Servers that cannot be reached are tried again. Without -Repair nothing is changed on them but psdoctor's own folder.

With -Repair the first server goes alone, the others in batches of -ThrottleLimit; the run ends when -StopAfter repairs
have failed, and the servers after that are not touched.

.PARAMETER Package
The folder of psdoctor as it is unpacked from the release: node.exe, psdoctor.mjs, psdoctor.cmd.

.EXAMPLE
Get-Content servers.txt | .\Invoke-PackageServerDoctor.ps1 -Package .\psdoctor -Results .\results

.EXAMPLE
.\Invoke-PackageServerDoctor.ps1 -ComputerName ps01, ps02 -Package .\psdoctor -Results .\results -Repair rebind-certificate -OnlyIf stale-binding
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param(
  [Parameter(Mandatory = $true, ValueFromPipeline = $true)] [string[]] $ComputerName,
  [Parameter(Mandatory = $true)] [string] $Package,
  [Parameter(Mandatory = $true)] [string] $Results,
  [string] $Repair,
  [string] $OnlyIf,
  [ValidateRange(1, 3600)] [int] $TimeoutSeconds = 180,
  [ValidateRange(1, 256)] [int] $ThrottleLimit = 16,
  [ValidateRange(1, 10)] [int] $Attempts = 3,
  [ValidateRange(1, 10000)] [int] $StopAfter = 1,
  [string] $Folder = 'C:\Program Files\PackageServerDoctor',
  [pscredential] $Credential
)

begin {
  Set-StrictMode -Version 2.0
  $ErrorActionPreference = 'Stop'
  $names = New-Object System.Collections.ArrayList

  # 0 sound or repaired, 1 failing or not repaired, 3 incomplete or pending: each of them left a document.
  $meanings = @{
    0 = 'no failing finding, or proven repaired'
    1 = 'a failing finding, or not repaired'
    2 = 'wrong use'
    3 = 'incomplete, or pending'
    4 = 'refused'
    130 = 'interrupted'
  }

  if ($Repair -and -not $OnlyIf) { throw 'A repair of many servers needs -OnlyIf, so that it touches only those with that cause.' }
  $files = @('node.exe', 'psdoctor.mjs', 'psdoctor.cmd')
  foreach ($file in $files) {
    if (-not (Test-Path -LiteralPath (Join-Path $Package $file))) { throw "There is no $file in $Package." }
  }
  $hashes = @{}
  foreach ($file in $files) { $hashes[$file] = (Get-FileHash -LiteralPath (Join-Path $Package $file)).Hash }
  $target = $Results
  if ($Repair) { $target = Join-Path $Results 'repairs' }
  $null = New-Item -ItemType Directory -Force -Path $target

  $arguments = @('diagnose', '--json', '--timeout', [string] $TimeoutSeconds)
  if ($Repair) { $arguments = @('repair', $Repair, '--yes', '--only-if', $OnlyIf, '--json', '--timeout', [string] $TimeoutSeconds) }

  # On the server: which files are missing or others.
  $compare = {
    param($folder, $hashes)
    foreach ($file in $hashes.Keys) {
      $path = Join-Path $folder $file
      if (-not (Test-Path -LiteralPath $path) -or (Get-FileHash -LiteralPath $path).Hash -ne $hashes[$file]) { $file }
    }
  }

  # On the server: runs psdoctor and sends its document.
  $run = {
    param($folder, $arguments)
    $ErrorActionPreference = 'Continue'
    $work = Join-Path $folder 'results'
    $null = New-Item -ItemType Directory -Force -Path $work
    $answer = Join-Path $work ('answer-' + [guid]::NewGuid().ToString('N') + '.json')
    $all = @((Join-Path $folder 'psdoctor.mjs')) + $arguments + @('--out', $answer)
    $said = & (Join-Path $folder 'node.exe') $all 2>&1 | Out-String
    $code = $LASTEXITCODE
    $document = $null
    if (Test-Path -LiteralPath $answer) {
      $document = [System.IO.File]::ReadAllText($answer)
      Remove-Item -LiteralPath $answer -Force
    }
    [pscustomobject] @{ Code = $code; Document = $document; Said = $said }
  }

  function Save-Document([string] $Server, [string] $Document) {
    $name = $Server -replace '[^A-Za-z0-9._-]', '_'
    if ($Repair) { $name = "$name-$Repair" }
    $path = Join-Path $target "$name.json"
    # Whole or not at all: whoever reads the folder meanwhile sees the old one or the new.
    $unfinished = "$path.$([guid]::NewGuid().ToString('N')).tmp"
    [System.IO.File]::WriteAllText($unfinished, $Document, (New-Object System.Text.UTF8Encoding($false)))
    Move-Item -LiteralPath $unfinished -Destination $path -Force
    $path
  }

  function Write-Outcome([string] $Server, $Code, [string] $Words, [string] $File, [int] $Attempt) {
    [pscustomobject] @{ Server = $Server; ExitCode = $Code; Words = $Words; File = $File; Attempt = $Attempt }
  }

  # One attempt on some servers. Gives an outcome for each; one without an exit code can be tried again.
  function Invoke-Once([string[]] $Servers, [int] $Attempt) {
    $options = @{ ComputerName = $Servers; ThrottleLimit = $ThrottleLimit; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'refused' }
    if ($Credential) { $options['Credential'] = $Credential }
    $sessions = @(New-PSSession @options)
    try {
      $reached = @()
      foreach ($session in $sessions) {
        try {
          $stale = @(Invoke-Command -Session $session -ScriptBlock $compare -ArgumentList $Folder, $hashes)
          if ($stale.Count -gt 0) {
            Invoke-Command -Session $session -ScriptBlock { param($folder) $null = New-Item -ItemType Directory -Force -Path $folder } -ArgumentList $Folder
            foreach ($file in $stale) { Copy-Item -LiteralPath (Join-Path $Package $file) -Destination $Folder -ToSession $session -Force }
          }
          $reached += $session
        } catch {
          Write-Outcome $session.ComputerName $null "psdoctor could not be copied: $_" '' $Attempt
        }
      }
      $answered = @{}
      if ($reached.Count -gt 0) {
        $answers = Invoke-Command -Session $reached -ThrottleLimit $ThrottleLimit -ScriptBlock $run -ArgumentList $Folder, $arguments -ErrorAction SilentlyContinue
        foreach ($answer in @($answers)) {
          if ($null -eq $answer) { continue }
          $server = $answer.PSComputerName
          $answered[$server] = $true
          $file = ''
          if ($answer.Document) { $file = Save-Document $server $answer.Document }
          $words = $meanings[[int] $answer.Code]
          if (-not $answer.Document) { $words = "$words, and no document: $($answer.Said)" }
          Write-Outcome $server $answer.Code $words $file $Attempt
        }
      }
      foreach ($session in $reached) {
        if (-not $answered.ContainsKey($session.ComputerName)) {
          Write-Outcome $session.ComputerName $null 'the connection ended before psdoctor did' '' $Attempt
        }
      }
      foreach ($server in $Servers) {
        if (@($sessions | Where-Object { $_.ComputerName -eq $server }).Count -eq 0) {
          Write-Outcome $server $null "it could not be reached: $($refused | Select-Object -First 1)" '' $Attempt
        }
      }
    } finally {
      if ($sessions.Count -gt 0) { Remove-PSSession -Session $sessions }
    }
  }

  # All attempts on some servers: the last outcome of each. A repair that may have begun is not begun again.
  function Invoke-Some([string[]] $Servers) {
    $left = $Servers
    for ($attempt = 1; $left.Count -gt 0; $attempt++) {
      $outcomes = @(Invoke-Once $left $attempt)
      $again = @($outcomes | Where-Object { $null -eq $_.ExitCode -and -not ($Repair -and $_.Words -like 'the connection ended*') })
      if ($attempt -ge $Attempts) { $again = @() }
      $left = @($again | ForEach-Object { $_.Server })
      $outcomes | Where-Object { $left -notcontains $_.Server }
      if ($left.Count -gt 0) { Start-Sleep -Seconds (10 * $attempt) }
    }
  }
}

process {
  foreach ($name in $ComputerName) { if ($name.Trim()) { $null = $names.Add($name.Trim()) } }
}

end {
  $servers = @($names | Select-Object -Unique)
  if ($Repair -and -not $PSCmdlet.ShouldProcess("$($servers.Count) servers", "$Repair, where the cause is $OnlyIf")) { return }
  $failed = 0
  for ($from = 0; $from -lt $servers.Count; $from += $size) {
    $size = $ThrottleLimit
    # The canary goes alone.
    if ($Repair -and $from -eq 0) { $size = 1 }
    $to = [Math]::Min($from + $size, $servers.Count) - 1
    $outcomes = @(Invoke-Some $servers[$from..$to])
    $outcomes
    if ($Repair) { $failed += @($outcomes | Where-Object { @(0, 3) -notcontains $_.ExitCode }).Count }
    else { $failed += @($outcomes | Where-Object { -not $_.File }).Count }
    if ($Repair -and ($failed -ge $StopAfter -or ($from -eq 0 -and $failed -gt 0))) {
      $untouched = $servers.Count - $to - 1
      Write-Warning "The run ends: $failed repairs failed. $untouched servers were not touched."
      break
    }
  }
  if ($failed -gt 0) { exit 1 }
  exit 0
}
