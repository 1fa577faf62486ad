# psdoctor-script: update-configuration
# Asks the Symantec Management Agent, by COM, to request its policies now, as "Update configuration"
# does; 1 ignores blockouts. Does nothing else. Windows PowerShell 5.1.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

try {
  if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    throw 'PowerShell is in Constrained Language Mode, which does not allow to ask the agent'
  }
  $agent = New-Object -ComObject 'Altiris.AeXNSClient'
  [void]$agent.UpdatePolicies(1)
  $said = '{"done":true}'
} catch {
  # ASCII alone, so that no code page can damage it; escaped by hand, for every language mode.
  $words = ("$_" -replace '[^\x20-\x7E]', '?') -replace '["\\]', "'"
  $said = '{"error":"' + $words + '"}'
}
'-----BEGIN psdoctor updateConfiguration-----'
$said
'-----END psdoctor updateConfiguration-----'
