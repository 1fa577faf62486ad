#Requires -Version 5.1
<#
.SYNOPSIS
Diagnoses or repairs many package servers over PowerShell remoting, and collects one document from each.

.DESCRIPTION
Copies psdoctor to the servers where it is missing or other (by content), runs it there, and writes what it concluded
into the folder of results as SERVER.json (a diagnosis) or repairs\SERVER-REPAIR-TIME.json. "psdoctor fleet RESULTS"
makes the list. # begins a comment in a name; a name that is none of a computer is told and left out. Servers that cannot be reached are tried again after all others. Without -Repair nothing is changed on
them but psdoctor's own folder.

With -Repair servers go one at a time until -Canaries repairs are proven: one where none is needed proves nothing, and
the next one goes alone. The others follow in batches of -ThrottleLimit. The run ends with a canary that fails or waits
for a reboot, a policy or a person, and after -StopAfter failures. A server that cannot be reached is no failure of
that kind; one whose connection is lost while psdoctor runs is one, and is not tried again. -OnlyIf asks for the cause
among others.

Gives an object for each server. Ends with 0 when each left a document and no repair failed, with 1 otherwise, and with
4 when the question before a repair was declined. -WhatIf does nothing and ends with 0; -Confirm:$false does not ask.

.PARAMETER Package
The folder of psdoctor as it is unpacked from the release: node.exe, psdoctor.mjs, psdoctor.cmd.

.PARAMETER UseSSL
WinRM over HTTPS (port 5986), with a certificate that this computer trusts.

.EXAMPLE
Get-Content servers.txt | .\Invoke-PackageServerDoctor.ps1 -Package .\psdoctor -Results .\results

.EXAMPLE
.\Invoke-PackageServerDoctor.ps1 -ComputerName ps01, ps02 -Package .\psdoctor -Results .\results -Repair rebind-certificate -OnlyIf stale-binding
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param(
  # Lines without a name are passed over, and an empty file is no error of binding.
  [Parameter(Mandatory = $true, ValueFromPipeline = $true)] [AllowNull()] [AllowEmptyCollection()] [AllowEmptyString()] [string[]] $ComputerName,
  [Parameter(Mandatory = $true)] [string] $Package,
  [Parameter(Mandatory = $true)] [string] $Results,
  [string] $Repair,
  [string] $OnlyIf,
  [ValidateRange(1, 3600)] [int] $TimeoutSeconds = 180,
  [ValidateRange(1, 256)] [int] $ThrottleLimit = 16,
  [ValidateRange(1, 10)] [int] $Attempts = 3,
  [ValidateRange(0, 10000)] [int] $Canaries = 1,
  [ValidateRange(1, 10000)] [int] $StopAfter = 1,
  [string] $Folder = 'C:\Program Files\PackageServerDoctor',
  [pscredential] $Credential,
  [switch] $UseSSL,
  # Where WinRM listens; without it 5985, or 5986 with -UseSSL.
  [ValidateRange(1, 65535)] [int] $Port
)

begin {
  Set-StrictMode -Version 2.0
  $ErrorActionPreference = 'Stop'
  $names = New-Object System.Collections.ArrayList
  # Keys without regard to case.
  $known = @{}

  # 0 sound or repaired, 1 failing or not repaired, 3 incomplete or pending: each of them left a document.
  $meanings = @{
    0 = 'no failing finding, or proven repaired'
    1 = 'a failing finding, or not repaired'
    2 = 'wrong use, or it could not work'
    3 = 'incomplete, or pending'
    4 = 'refused'
    130 = 'interrupted'
  }

  if ($Repair -and -not $OnlyIf) { throw 'A repair of many servers needs -OnlyIf, so that it touches only those with that cause.' }
  # .NET has a current folder of its own.
  $Package = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Package)
  $Results = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Results)
  $files = @('node.exe', 'psdoctor.mjs', 'psdoctor.cmd')
  $hashes = @{}
  foreach ($file in $files) {
    $path = Join-Path $Package $file
    if (-not (Test-Path -LiteralPath $path)) { throw "There is no $file in $Package. Nothing was done: -Package is the folder that psdoctor-VERSION-win-x64.zip of the release holds." }
    $hashes[$file] = (Get-FileHash -LiteralPath $path).Hash
  }
  $target = $Results
  if ($Repair) { $target = Join-Path $Results 'repairs' }
  # No report takes the place of one of an earlier run.
  $stamp = [DateTime]::UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", [Globalization.CultureInfo]::InvariantCulture)

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

  # On the server: runs psdoctor and sends its document, which stays there until it is saved here.
  $run = {
    param($folder, $arguments)
    # What psdoctor says on stderr is no error of this script.
    $ErrorActionPreference = 'Continue'
    $answer = ''
    $document = $null
    $said = @()
    $why = ''
    # Where it does not start there is no exit code, and what was there before counts for nothing.
    $global:LASTEXITCODE = $null
    try {
      $work = Join-Path $folder 'results'
      $null = New-Item -ItemType Directory -Force -Path $work -ErrorAction Stop
      $answer = Join-Path $work ('answer-' + [guid]::NewGuid().ToString('N') + '.json')
      # What psdoctor.cmd does: no other Node.js of the server has a say.
      foreach ($name in 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'NODE_PATH') { Remove-Item -LiteralPath "Env:$name" -ErrorAction SilentlyContinue }
      $all = @((Join-Path $folder 'psdoctor.mjs')) + $arguments + @('--out', $answer)
      $said = @(& (Join-Path $folder 'node.exe') $all 2>&1 | ForEach-Object { "$_" })
      if (Test-Path -LiteralPath $answer) { $document = [System.IO.File]::ReadAllText($answer) }
    } catch {
      $why = "$_"
    }
    [pscustomobject] @{ Code = $global:LASTEXITCODE; Document = $document; Answer = $answer; Said = $said -join "`n"; Why = $why }
  }

  # A text of the document itself and not of its parts: those stand further to the right.
  function Get-Text([string] $Document, [string] $Name) {
    $found = [regex]::Match($Document, '(?m)^  "' + $Name + '": ("(?:[^"\\]|\\.)*")')
    if ($found.Success) { ('{"text":' + $found.Groups[1].Value + '}' | ConvertFrom-Json).text } else { '' }
  }

  function Save-Document([string] $Server, [string] $Document) {
    $name = $Server -replace '[^A-Za-z0-9._-]', '_'
    if ($Repair) { $name = "$name-$Repair-$stamp" }
    $path = Join-Path $target "$name.json"
    $unfinished = "$path.tmp"
    try {
      [System.IO.File]::WriteAllText($unfinished, $Document, (New-Object System.Text.UTF8Encoding($false)))
      Move-Finished $unfinished $path
    } catch {
      $why = "$_"
      # Where the older one is gone, this is all there is.
      if (Test-Path -LiteralPath $path) { Remove-Item -LiteralPath $unfinished -Force -ErrorAction SilentlyContinue }
      throw $why
    }
    $path
  }

  # Whoever reads the folder meanwhile sees the old one or the new.
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

  # Kind: answered, unreached (nothing was run there), lost (what became of it is not known), or notBegun.
  function New-Outcome([string] $Server, [string] $Kind, [string] $Words, [int] $Attempt, $Code = $null, [string] $File = '', [string] $Outcome = '') {
    [pscustomobject] @{ Server = $Server; ExitCode = $Code; Words = $Words; File = $File; Attempt = $Attempt; Kind = $Kind; Outcome = $Outcome }
  }

  # An answer in words, its document saved.
  function ConvertTo-Outcome($Answer, [int] $Attempt, $Saved) {
    $server = $Answer.PSComputerName
    if ($null -eq $Answer.Code) {
      $why = $Answer.Why
      if (-not $why) { $why = 'it left no exit code' }
      return New-Outcome $server 'answered' "psdoctor did not start: $why" $Attempt
    }
    $words = $meanings[[int] $Answer.Code]
    if (-not $words) { $words = "$($Answer.Code), which is no exit code of psdoctor" }
    if (-not $Answer.Document) {
      $message = Get-Text $Answer.Said 'message'
      if (-not $message) { $message = "$($Answer.Said) $($Answer.Why)".Trim() }
      return New-Outcome $server 'answered' "$words, and no document: $message" $Attempt $Answer.Code
    }
    $outcome = ''
    if ($Repair) {
      $outcome = Get-Text $Answer.Document 'outcome'
      $words = "${outcome}: $(Get-Text $Answer.Document 'detail')"
    }
    $file = ''
    try {
      $file = Save-Document $server $Answer.Document
      $null = $Saved.Add($Answer.Answer)
    } catch {
      $words = "$words. Its document could not be saved here and lies on the server as $($Answer.Answer): $_"
    }
    New-Outcome $server 'answered' $words $Attempt $Answer.Code $file $outcome
  }

  # Errors of remoting begin with the server's name.
  function Get-Reason($Errors, [string] $Server) {
    $own = @($Errors | ForEach-Object { "$_" } | Where-Object { $_.StartsWith("[$Server]", [StringComparison]::OrdinalIgnoreCase) })
    if ($own.Count -gt 0) { $own[0] } else { 'PowerShell gave no reason for this server' }
  }

  # One attempt on some servers. Gives an outcome for each.
  function Invoke-Once([string[]] $Servers, [int] $Attempt) {
    $refused = @()
    $options = @{ ComputerName = $Servers; ThrottleLimit = $ThrottleLimit; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'refused' }
    if ($Credential) { $options['Credential'] = $Credential }
    if ($UseSSL) { $options['UseSSL'] = $true }
    if ($Port) { $options['Port'] = $Port }
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
          New-Outcome $session.ComputerName 'unreached' "psdoctor could not be copied: $_" $Attempt
        }
      }
      $answered = @{}
      if ($reached.Count -gt 0) {
        $broken = @()
        $answers = @(Invoke-Command -Session $reached -ThrottleLimit $ThrottleLimit -ScriptBlock $run -ArgumentList $Folder, $arguments -ErrorAction SilentlyContinue -ErrorVariable broken)
        $saved = New-Object System.Collections.ArrayList
        foreach ($answer in $answers) {
          if ($null -eq $answer) { continue }
          $answered[$answer.PSComputerName] = $true
          ConvertTo-Outcome $answer $Attempt $saved
        }
        foreach ($session in $reached) {
          if ($answered.ContainsKey($session.ComputerName)) { continue }
          New-Outcome $session.ComputerName 'lost' "the connection ended before psdoctor did: $(Get-Reason $broken $session.ComputerName)" $Attempt
        }
        if ($saved.Count -gt 0) {
          $clean = { param($answers) foreach ($answer in $answers) { Remove-Item -LiteralPath $answer -Force -ErrorAction SilentlyContinue } }
          Invoke-Command -Session $reached -ThrottleLimit $ThrottleLimit -ScriptBlock $clean -ArgumentList (, @($saved)) -ErrorAction SilentlyContinue
        }
      }
      foreach ($server in $Servers) {
        if (@($sessions | Where-Object { $_.ComputerName -eq $server }).Count -eq 0) {
          New-Outcome $server 'unreached' "it could not be reached: $(Get-Reason $refused $server)" $Attempt
        }
      }
    } finally {
      if ($sessions.Count -gt 0) { Remove-PSSession -Session $sessions }
    }
  }
}

process {
  foreach ($name in $ComputerName) {
    $name = ("$name" -replace '#.*').Trim()
    if (-not $name -or $known.ContainsKey($name)) { continue }
    $known[$name] = $true
    $null = $names.Add($name)
  }
}

end {
  if ($names.Count -eq 0) { throw 'No server was named. Nothing was done.' }
  # New-PSSession ends the whole run for one name that is none.
  $servers = @($names | Where-Object { @('Dns', 'IPv4', 'IPv6') -contains [string] [uri]::CheckHostName($_) })
  $misnamed = @($names | Where-Object { $servers -notcontains $_ })
  # A diagnosis changes nothing and asks only when it is told to.
  if ($servers.Count -gt 0 -and ($Repair -or $WhatIfPreference -or $PSBoundParameters.ContainsKey('Confirm'))) {
    $action = 'diagnose'
    if ($Repair) { $action = "$Repair, where the cause is $OnlyIf" }
    if (-not $PSCmdlet.ShouldProcess("$($servers.Count) servers", $action)) {
      if ($WhatIfPreference) { exit 0 }
      exit 4
    }
  }
  # One question is enough: none for every file.
  $ConfirmPreference = 'None'
  $null = New-Item -ItemType Directory -Force -Path $target

  $failed = @()
  $missing = $misnamed
  foreach ($name in $misnamed) { New-Outcome $name 'unreached' 'not begun, and not changed: this is no name of a computer' 0 }
  $proven = 0
  $ends = ''
  $left = $servers
  for ($attempt = 1; $left.Count -gt 0; $attempt++) {
    # Those that were not reached come again after all others.
    if ($attempt -gt 1 -and -not $ends) { Start-Sleep -Seconds (10 * ($attempt - 1)) }
    $again = @()
    for ($from = 0; $from -lt $left.Count; $from += $size) {
      $size = $ThrottleLimit
      $isCanary = $Repair -and $proven -lt $Canaries
      if ($isCanary) { $size = 1 }
      $batch = @($left[$from..([Math]::Min($from + $size, $left.Count) - 1)])
      if ($ends) {
        foreach ($server in $batch) { New-Outcome $server 'notBegun' 'not begun, and not changed: the run had ended' 0 }
        $missing += $batch
        continue
      }
      foreach ($outcome in @(Invoke-Once $batch $attempt)) {
        # A repair that may have begun is not begun again.
        $mayRepeat = $outcome.Kind -eq 'unreached' -or ($outcome.Kind -eq 'lost' -and -not $Repair)
        if ($mayRepeat -and $attempt -lt $Attempts) { $again += $outcome.Server; continue }
        $outcome
        if ($outcome.Outcome -eq 'fixed') { $proven += 1 }
        if ($outcome.Kind -eq 'unreached' -or (-not $Repair -and -not $outcome.File)) { $missing += $outcome.Server }
        elseif ($Repair -and @('fixed', 'notNeeded', 'pending') -notcontains $outcome.Outcome) { $failed += $outcome.Server }
        elseif (-not $outcome.File) { $missing += $outcome.Server }
        if ($isCanary -and $outcome.Outcome -eq 'pending') {
          $ends = "the repair of $($outcome.Server) is not proven yet. Finish it there (psdoctor resume), then go on with -Canaries 0"
        }
      }
      if ($Repair -and $failed.Count -gt 0 -and ($isCanary -or $failed.Count -ge $StopAfter)) {
        $ends = "not repaired: $($failed -join ', '). Look at the words about each; to go on without them, leave them out of -ComputerName"
      }
    }
    $left = $again
  }
  if ($ends) { Write-Warning "The run ended early, $ends." }
  if ($missing.Count -gt 0) { Write-Warning "Without a document of this run: $($missing -join ', ')." }
  if ($ends -or $failed.Count -gt 0 -or $missing.Count -gt 0) { exit 1 }
  exit 0
}
