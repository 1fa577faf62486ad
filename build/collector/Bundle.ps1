# Writes the evidence bundle: answers with their files, bundle.json, SHA256SUMS.
$answers = New-Object Collections.ArrayList
$sums = New-Object Collections.ArrayList
$utf8 = New-Object Text.UTF8Encoding $false

function Get-Server {
  $properties = [Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
  $fqdn = @($properties.HostName, $properties.DomainName | Where-Object { $_ }) -join '.'
  $boot = $null
  try {
    $system = Get-WmiObject Win32_OperatingSystem
    $boot = $system.ConvertToDateTime($system.LastBootUpTime).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fffZ')
  } catch { Write-Host '  When Windows was started cannot be told.' }
  $addresses = @([Net.NetworkInformation.NetworkInterface]::GetAllNetworkInterfaces() |
      Where-Object { $_.OperationalStatus -eq 'Up' -and $_.NetworkInterfaceType -ne 'Loopback' } |
      ForEach-Object { $_.GetIPProperties().UnicastAddresses } |
      ForEach-Object { $_.Address.ToString() -replace '%.*$', '' })
  @{ now = Get-Utc; bootTime = $boot; addresses = $addresses; fqdn = $fqdn }
}

# A new folder, for what lies in an old one would be taken for evidence.
function Open-Bundle([string]$Wanted, [string]$Beside, [string]$Server) {
  $path = if ($Wanted) { $Wanted } else { Join-Path $Beside "evidence-$Server-$([DateTime]::UtcNow.ToString('yyyyMMdd-HHmmss'))" }
  if (Test-Path -LiteralPath $path) { throw "There is a $path already. Name a folder that does not exist." }
  $script:bundle = (New-Item -ItemType Directory -Path $path).FullName
  [void](New-Item -ItemType Directory -Path (Join-Path $script:bundle 'answers'))
  $script:bundle
}

function New-Answer([string]$Kind, [string]$Name, [string]$At, [int]$DurationMs) {
  @{ kind = $Kind; name = $Name; seq = $answers.Count + 1; phase = 'before'; at = $At; durationMs = $DurationMs }
}

function Add-Answer($Answer) { [void]$answers.Add($Answer) }

function Write-BundleFile([string]$Path, [byte[]]$Bytes) {
  [IO.File]::WriteAllBytes((Join-Path $script:bundle ($Path -replace '/', '\')), $Bytes)
  $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($Bytes)
  [void]$sums.Add(([BitConverter]::ToString($hash) -replace '-').ToLowerInvariant() + "  $Path")
}

function Write-AnswerFile($Answer, [string]$Suffix, [byte[]]$Bytes) {
  $name = $Answer.name -replace '[^\w.-]+', '_'
  $path = 'answers/{0:d4}-{1}{2}' -f $Answer.seq, $name.Substring(0, [Math]::Min(80, $name.Length)), $Suffix
  if ($null -eq $Bytes) { $Bytes = [byte[]]@() }
  Write-BundleFile $path $Bytes
  $path
}

function Close-Bundle($Server) {
  $bundleJson = @{
    format = 'package-server-doctor/evidence'
    version = 1
    createdAt = Get-Utc
    target = @{ kind = 'windows'; name = 'windows'; fqdn = $Server.fqdn; addresses = @($Server.addresses) }
    answers = @($answers)
  }
  Write-BundleFile 'bundle.json' $utf8.GetBytes((ConvertTo-Json -InputObject $bundleJson -Depth 8))
  [IO.File]::WriteAllText((Join-Path $script:bundle 'SHA256SUMS'), (@($sums) -join "`n") + "`n", $utf8)
}
