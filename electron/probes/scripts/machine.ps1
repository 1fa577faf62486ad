# psdoctor-script: machine
# Reads the certificates that HTTP.SYS can name: their data, whether their private key works, and
# what Windows says of their chain. Changes nothing and judges nothing. Windows PowerShell 5.1.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  '-----BEGIN psdoctor certificates-----'
  '{"error":"PowerShell is in Constrained Language Mode, which does not allow to read certificates"}'
  '-----END psdoctor certificates-----'
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

function Get-StoreName {
  $names = @('My', 'WebHosting')
  foreach ($kind in 'SslBindingInfo', 'SslSniBindingInfo') {
    $key = "HKLM:\SYSTEM\CurrentControlSet\Services\HTTP\Parameters\$kind"
    try {
      $names += Get-ChildItem -LiteralPath $key | ForEach-Object { $_.GetValue('SslCertStoreName') }
    } catch {
    }
  }
  $names | Where-Object { $_ } | ForEach-Object { "$_" } | Sort-Object -Unique
}

# A signature that verifies proves the key for the caller; another failure only counts with full rights.
function Test-PrivateKey($Certificate) {
  if (-not $Certificate.HasPrivateKey) { return 'missing' }
  $space = 'System.Security.Cryptography.X509Certificates'
  $data = [byte[]](1..32)
  $sha256 = [Security.Cryptography.HashAlgorithmName]::SHA256
  try {
    $rsaType = "$space.RSACertificateExtensions" -as [type]
    $ecType = "$space.ECDsaCertificateExtensions" -as [type]
    if (-not $rsaType -or -not $ecType) { return 'present' }
    $public = $rsaType::GetRSAPublicKey($Certificate)
    if ($public) {
      $padding = [Security.Cryptography.RSASignaturePadding]::Pkcs1
      $private = $rsaType::GetRSAPrivateKey($Certificate)
      $signature = $private.SignData($data, $sha256, $padding)
      $verified = $public.VerifyData($data, $signature, $sha256, $padding)
    } else {
      $public = $ecType::GetECDsaPublicKey($Certificate)
      if (-not $public) { return 'unknown' }
      $private = $ecType::GetECDsaPrivateKey($Certificate)
      $signature = $private.SignData($data, $sha256)
      $verified = $public.VerifyData($data, $signature, $sha256)
    }
    if ($verified) { return 'usable' }
    return 'unusable'
  } catch {
    if ($script:Administrator) { return 'unusable' }
    return 'present'
  }
}

function Get-Chain($Certificate) {
  $result = @{ chain = 'unknown'; chainStatus = @() }
  try {
    $chain = New-Object Security.Cryptography.X509Certificates.X509Chain -ArgumentList $true
    $chain.ChainPolicy.RevocationMode = 'NoCheck'
    $chain.ChainPolicy.UrlRetrievalTimeout = [TimeSpan]::FromSeconds(2)
    $trusted = $chain.Build($Certificate)
    $result.chain = if ($trusted) { 'trusted' } else { 'untrusted' }
    $result.chainStatus = @($chain.ChainStatus | ForEach-Object { $_.Status.ToString() } | Sort-Object -Unique)
  } catch {
  }
  $result
}

function Get-StoreCertificate([string]$Name) {
  $store = New-Object Security.Cryptography.X509Certificates.X509Store -ArgumentList $Name, 'LocalMachine'
  # OpenExistingOnly: a store that is not there (0x80070002) must not be made by looking.
  try {
    $store.Open('ReadOnly, OpenExistingOnly')
  } catch {
    if ($_.Exception.GetBaseException().HResult -ne -2147024894) { throw }
    return
  }
  foreach ($certificate in $store.Certificates) {
    $chain = Get-Chain $certificate
    @{
      store = $Name
      rawBase64 = [Convert]::ToBase64String($certificate.RawData)
      privateKey = Test-PrivateKey $certificate
      chain = $chain.chain
      chainStatus = @($chain.chainStatus)
    }
  }
  $store.Close()
}

try {
  $identity = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
  $script:Administrator = $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
  [object[]]$found = @(Get-StoreName | ForEach-Object { Get-StoreCertificate $_ })
  Write-Section 'certificates' $found
} catch {
  Write-Section 'certificates' @{ error = "$_" }
}
