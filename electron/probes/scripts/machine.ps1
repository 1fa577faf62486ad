# psdoctor-script: machine
# Reads what only Windows' own programs can tell: pending reboots, how two services start, the
# certificates that HTTP.SYS can name with their keys and chains, and whether Schannel, with the trust
# of this machine, can open the server's own HTTPS page. Changes nothing and judges nothing.
# Windows PowerShell 5.1.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  foreach ($name in 'windows', 'services', 'certificates', 'selfAccess') {
    "-----BEGIN psdoctor $name-----"
    '{"error":"PowerShell is in Constrained Language Mode, which does not allow to read this"}'
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

# Each stands for one reason; file renames alone are noise, which is for others to weigh.
function Get-PendingReboot {
  $windows = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion'
  if (Test-Path -LiteralPath "$windows\Component Based Servicing\RebootPending") { 'servicing' }
  if (Test-Path -LiteralPath "$windows\WindowsUpdate\Auto Update\RebootRequired") { 'windowsUpdate' }
  $session = Get-Item -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
  if ($session.GetValue('PendingFileRenameOperations')) { 'fileRenames' }
}

function Get-ServiceStart([string[]]$Name) {
  Get-Service -Name $Name -ErrorAction SilentlyContinue | ForEach-Object {
    @{
      name = $_.Name
      startMode = $_.StartType.ToString()
      dependents = @($_.DependentServices | ForEach-Object { $_.Name })
    }
  }
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

# What ended a connection, in the words of the product's own TLS client.
function Get-Ending($ErrorRecord) {
  $cause = $ErrorRecord.Exception
  while ($cause) {
    if ($cause -is [Net.Sockets.SocketException]) {
      switch ($cause.SocketErrorCode.ToString()) {
        'ConnectionRefused' { return 'refused' }
        'ConnectionReset' { return 'reset' }
        'ConnectionAborted' { return 'reset' }
        'TimedOut' { return 'timedOut' }
        default { return 'otherError' }
      }
    }
    if ($cause -is [Security.Authentication.AuthenticationException]) { return 'protocol' }
    if ($cause -is [IO.IOException] -and -not $cause.InnerException) { return 'closed' }
    $cause = $cause.InnerException
  }
  'otherError'
}

# The first line of the answer to one GET; $null when it is not HTTP or does not come in time.
function Get-HttpStatus([IO.Stream]$Stream, [string]$Name) {
  try {
    $request = "GET / HTTP/1.1`r`nHost: $Name`r`nUser-Agent: Package-Server-Doctor`r`nConnection: close`r`n`r`n"
    $bytes = [Text.Encoding]::ASCII.GetBytes($request)
    $Stream.Write($bytes, 0, $bytes.Length)
    $buffer = New-Object byte[] 1024
    $text = ''
    while ($text.Length -lt 8192 -and -not $text.Contains("`n")) {
      $count = $Stream.Read($buffer, 0, $buffer.Length)
      if ($count -eq 0) { break }
      $text += [Text.Encoding]::ASCII.GetString($buffer, 0, $count)
    }
    if ($text -match '^HTTP/\d\.\d (\d{3})\b') { return [int]$Matches[1] }
  } catch {
  }
  $null
}

# One HTTPS request to the server's own name on 443 by Schannel. A certificate that Windows does not
# trust is told, and does not end the handshake.
function Test-SelfAccess {
  $tcpip = Get-Item -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
  $name = @('Hostname', 'Domain' | ForEach-Object { $tcpip.GetValue($_) } | Where-Object { $_ }) -join '.'
  $result = @{
    port = 443
    address = ''
    serverName = $name
    outcome = 'otherError'
    protocol = $null
    certificate = $null
    trustErrors = @()
    status = $null
  }
  $client = New-Object Net.Sockets.TcpClient
  try {
    $connecting = $client.BeginConnect($name, 443, $null, $null)
    if (-not $connecting.AsyncWaitHandle.WaitOne(5000)) {
      $result.outcome = 'timedOut'
      return $result
    }
    $client.EndConnect($connecting)
    $client.ReceiveTimeout = 5000
    $client.SendTimeout = 5000
    $address = $client.Client.RemoteEndPoint.Address
    if ($address.IsIPv4MappedToIPv6) { $address = $address.MapToIPv4() }
    $result.address = $address.ToString() -replace '%.*$'
    $script:TrustErrors = 'None'
    $verify = [Net.Security.RemoteCertificateValidationCallback] {
      param($source, $certificate, $chain, $problems)
      $script:TrustErrors = "$problems"
      $true
    }
    $transport = $client.GetStream()
    $stream = New-Object Net.Security.SslStream -ArgumentList $transport, $false, $verify
    # Older versions too: which of them this machine offers is Schannel's to say.
    $versions = [Security.Authentication.SslProtocols]'Tls, Tls11, Tls12'
    $stream.AuthenticateAsClient($name, $null, $versions, $false)
    $result.outcome = 'completed'
    $result.protocol = $stream.SslProtocol.ToString()
    $result.certificate = [Convert]::ToBase64String($stream.RemoteCertificate.GetRawCertData())
    $result.trustErrors = @($script:TrustErrors -split ', ' | Where-Object { $_ -ne 'None' })
    $result.status = Get-HttpStatus $stream $name
  } catch {
    $result.outcome = Get-Ending $_
  } finally {
    $client.Close()
  }
  $result
}

try {
  $options = Get-Item -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Control\ProductOptions'
  Write-Section 'windows' @{
    productType = $options.GetValue('ProductType')
    pendingReboot = @(Get-PendingReboot)
  }
} catch {
  Write-Section 'windows' @{ error = "$_" }
}

try {
  [object[]]$services = @(Get-ServiceStart 'AeXNSClient', 'W3SVC')
  Write-Section 'services' $services
} catch {
  Write-Section 'services' @{ error = "$_" }
}

try {
  $identity = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
  $script:Administrator = $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
  [object[]]$found = @(Get-StoreName | ForEach-Object { Get-StoreCertificate $_ })
  Write-Section 'certificates' $found
} catch {
  Write-Section 'certificates' @{ error = "$_" }
}

try {
  Write-Section 'selfAccess' (Test-SelfAccess)
} catch {
  Write-Section 'selfAccess' @{ error = "$_" }
}
