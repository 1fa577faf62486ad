# Takes out what can be a secret before anything is written. What cannot be read safely is left out as a whole.
$latin1 = [Text.Encoding]::GetEncoding(28591)
$secretName = 'password|passwd|pwd|secret|token|credential|connectionString|validationKey|decryptionKey|sessionKey'
$none = [byte[]]@()

function Remove-Secret([string]$Filter, [byte[]]$Bytes) {
  switch ($Filter) {
    'windowsValues' { return Select-RegistryValue $Bytes $windowsValues $false }
    'agentValues' { return Select-RegistryValue $Bytes $agentValues $true }
    'configuration' { return Select-Configuration $Bytes }
    'agentLog' { return Select-AgentEvent $Bytes }
  }
  @{ bytes = $Bytes; filtered = $null }
}

# Keys, and the values of these names; of the agent's servers also the default value, which names the server in use.
function Select-RegistryValue([byte[]]$Bytes, [string[]]$Names, [bool]$WithDefault) {
  $lines = $latin1.GetString($Bytes) -split "`r?`n" | Where-Object {
    if ($_ -match '^HKEY_[A-Z_]+(\\|\s*$)' -or $_ -eq '') { return $true }
    if ($_ -notmatch '^ {4}(.+?) {4}REG_[A-Z_]+( {4}|\s*$)') { return $false }
    ($Names -contains $Matches[1]) -or ($WithDefault -and $Matches[1] -match '^\(.*\)$')
  }
  @{ bytes = $latin1.GetBytes(($lines -join "`r`n") + "`r`n"); filtered = "all values but $($Names -join ', ')" }
}

# Sites, pools, the old metabase and the redirection; every other section stays where it is.
function Select-Configuration([byte[]]$Bytes) {
  $filtered = 'sections that do not tell of sites, pools, the metabase or redirection', 'passwords and encrypted values', 'values of settings whose name tells of a secret'
  if ($Bytes.Length -eq 0) { return @{ bytes = $none; filtered = $null } }
  try {
    $document = New-Object Xml.XmlDocument
    $document.XmlResolver = $null
    $document.Load((New-Object IO.MemoryStream (, $Bytes)))
  } catch {
    return @{ bytes = $none; filtered = @('all of it: it is no XML, so what is secret in it cannot be told') }
  }
  $root = $document.DocumentElement
  if ($root.LocalName -eq 'configuration') {
    $wanted = 'system.applicationHost', 'configurationRedirection'
    foreach ($section in @($root.ChildNodes)) {
      if ($section.LocalName -eq 'system.applicationHost') {
        foreach ($part in @($section.ChildNodes)) {
          if ('sites', 'applicationPools', 'customMetadata' -notcontains $part.LocalName) { [void]$section.RemoveChild($part) }
        }
      } elseif ($wanted -notcontains $section.LocalName) {
        [void]$root.RemoveChild($section)
      }
    }
  }
  foreach ($comment in @($document.SelectNodes('//comment()'))) { [void]$comment.ParentNode.RemoveChild($comment) }
  foreach ($element in @($document.SelectNodes('//*[@*]'))) {
    $settingName = @($element.GetAttribute('name'), $element.GetAttribute('key')) -join ' '
    foreach ($attribute in @($element.Attributes)) {
      $secret = $attribute.Name -match $secretName -or $attribute.Value -match '\[enc:' -or
        ($attribute.Name -eq 'value' -and $element.LocalName -ne 'property' -and $settingName -match $secretName)
      if ($secret) { $attribute.Value = '' }
    }
  }
  # Loading has decoded it; it is written as UTF-8, and may not say otherwise.
  if ($document.FirstChild -is [Xml.XmlDeclaration]) { $document.FirstChild.Encoding = 'utf-8' }
  @{ bytes = [Text.Encoding]::UTF8.GetBytes($document.OuterXml); filtered = $filtered }
}

# Whole events that name the package service, with their bytes: in which code page they are is not known here.
function Select-AgentEvent([byte[]]$Bytes) {
  $named = 'Package ?Server|AeXNSCPkgSvr|virtual director|Role Services|IMSAdminBase|own web site|[Cc]ertificate'
  $unicode = $Bytes.Length -ge 2 -and $Bytes[0] -eq 0xFF -and $Bytes[1] -eq 0xFE
  $text = if ($unicode) { [Text.Encoding]::Unicode.GetString($Bytes) } else { $latin1.GetString($Bytes) }
  $events = [regex]::Matches($text, '(?s)<event\b.*?</event>') | ForEach-Object { $_.Value } | Where-Object { $_ -match $named }
  $kept = (@($events) -join "`r`n") + "`r`n"
  $encoding = if ($unicode) { [Text.Encoding]::UTF8 } else { $latin1 }
  @{ bytes = $encoding.GetBytes($kept); filtered = 'events that do not tell of the package service' }
}
