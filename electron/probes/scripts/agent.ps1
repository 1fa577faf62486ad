# psdoctor-script: agent
# Asks the Symantec Management Agent about its packages, by COM, and looks for the values that
# replace the server's name in codebases. Changes nothing, triggers nothing. Windows PowerShell 5.1.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  foreach ($name in 'codebaseNames', 'packages') {
    "-----BEGIN psdoctor $name-----"
    '{"error":"PowerShell is in Constrained Language Mode, which does not allow to ask the agent"}'
    "-----END psdoctor $name-----"
  }
  exit 0
}

# ASCII alone, so that no code page can damage it; flushed, so that a later hang loses nothing.
function Write-Section([string]$Name, $Value) {
  $json = ConvertTo-Json -InputObject $Value -Depth 5 -Compress
  $ascii = [regex]::Replace($json, '[^\x20-\x7E]', { param($m) '\u{0:x4}' -f [int][char]$m.Value })
  [Console]::Out.WriteLine("-----BEGIN psdoctor $Name-----")
  [Console]::Out.WriteLine($ascii)
  [Console]::Out.WriteLine("-----END psdoctor $Name-----")
  [Console]::Out.Flush()
}

# KB191688 names three values; the key that holds them is not documented, so they are looked for by name.
function Get-CodebaseName([Microsoft.Win32.RegistryKey]$Key, [int]$Depth) {
  foreach ($name in 'FQDN Replacement', 'FQDN Alternate', 'FQDN Keep System') {
    $value = $Key.GetValue($name)
    if ($null -ne $value) { @{ key = $Key.Name; name = $name; value = "$value" } }
  }
  if ($Depth -eq 0) { return }
  foreach ($child in $Key.GetSubKeyNames()) {
    if ((Get-Date) -gt $script:Deadline) { throw 'the search took too long' }
    $sub = $null
    try { $sub = $Key.OpenSubKey($child) } catch { }
    if ($sub) {
      Get-CodebaseName $sub ($Depth - 1)
      $sub.Close()
    }
  }
}

# A property that one version of the agent does not have is not an error of all.
function Get-Text($Package, [string]$Property) {
  try {
    $value = $Package.$Property
    if ($value -is [datetime]) { return $value.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ') }
    return "$value"
  } catch {
    return ''
  }
}

try {
  $script:Deadline = (Get-Date).AddSeconds(5)
  $hive = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')
  $root = $hive.OpenSubKey('SOFTWARE\Altiris\Altiris Agent')
  [object[]]$found = @(if ($root) { Get-CodebaseName $root 4 })
  Write-Section 'codebaseNames' $found
} catch {
  Write-Section 'codebaseNames' @{ error = "$_" }
}

try {
  $agent = New-Object -ComObject 'Altiris.AeXNSClient'
  $packageServer = $agent.ClientPolicyMgr.ClientAgent('Altiris.AeXNSCPkgSvr')
  if (-not $packageServer) { throw 'the agent has no package service' }
  [object[]]$packages = @(foreach ($package in $packageServer.Packages) {
      @{
        id = Get-Text $package 'Id'
        name = Get-Text $package 'Name'
        status = Get-Text $package 'Status'
        time = Get-Text $package 'Time'
      }
    })
  Write-Section 'packages' $packages
} catch {
  Write-Section 'packages' @{ error = "$_" }
}
