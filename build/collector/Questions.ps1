# What a diagnosis asks, in its words: the answer's name, the program below the system root, what of its output is
# kept (Secrets.ps1), and the arguments. A test compares this list with a diagnosis.
$control = 'HKLM\SYSTEM\CurrentControlSet'
$agent = 'HKLM\SOFTWARE\Altiris\Altiris Agent'
$events = @(
  "(Provider[@Name='Microsoft-Windows-HttpEvent'] and (EventID=15005 or EventID=15014 or EventID=15015 or EventID=15019 or EventID=15020 or EventID=15021 or EventID=15300 or EventID=15301 or EventID=15302))"
  "(Provider[@Name='Schannel'] and (EventID=36870))"
  "(Provider[@Name='Schannel'] and (EventID=36871 or EventID=36874 or EventID=36888) and TimeCreated[timediff(@SystemTime) <= 86400000])"
  "(Provider[@Name='Microsoft-Windows-Kernel-General'] and (EventID=12))"
  "(Provider[@Name='EventLog'] and (EventID=6005))"
) -join ' or '

$questions = @(
  , @('whoami.groups', 'System32\whoami.exe', '', @('/groups', '/fo', 'csv', '/nh'))
  , @('netsh.http.show.sslcert', 'System32\netsh.exe', '', @('http', 'show', 'sslcert'))
  , @('netsh.http.show.iplisten', 'System32\netsh.exe', '', @('http', 'show', 'iplisten'))
  , @('netsh.http.show.servicestate', 'System32\netsh.exe', '', @('http', 'show', 'servicestate', 'view=requestq'))
  , @('netsh.http.show.urlacl', 'System32\netsh.exe', '', @('http', 'show', 'urlacl'))
  , @('reg.http.parameters', 'System32\reg.exe', '', @('query', "$control\Services\HTTP\Parameters", '/s', '/reg:64'))
  , @('reg.windows.version', 'System32\reg.exe', 'windowsValues', @('query', 'HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion', '/reg:64'))
  , @('reg.agent.settings', 'System32\reg.exe', 'agentValues', @('query', $agent, '/reg:64'))
  , @('reg.agent.servers', 'System32\reg.exe', 'agentValues', @('query', "$agent\Servers", '/s', '/reg:64'))
  , @('reg.iis.components', 'System32\reg.exe', '', @('query', 'HKLM\SOFTWARE\Microsoft\InetStp\Components', '/reg:64'))
  , @('reg.schannel.protocols', 'System32\reg.exe', '', @('query', "$control\Control\SecurityProviders\SCHANNEL\Protocols", '/s', '/reg:64'))
  , @('reg.notificationServer', 'System32\reg.exe', '', @('query', 'HKLM\SOFTWARE\Altiris\eXpress\Notification Server', '/v', 'InstallPath', '/reg:64'))
  , @('appcmd.list.site', 'System32\inetsrv\appcmd.exe', 'configuration', @('list', 'site', '/xml', '/config'))
  , @('appcmd.list.apppool', 'System32\inetsrv\appcmd.exe', 'configuration', @('list', 'apppool', '/xml'))
  , @('netstat.ano', 'System32\netstat.exe', '', @('-ano'))
  , @('sc.queryex.AeXNSClient', 'System32\sc.exe', '', @('queryex', 'AeXNSClient'))
  , @('sc.queryex.W3SVC', 'System32\sc.exe', '', @('queryex', 'W3SVC'))
  , @('sc.queryex.AeXSvc', 'System32\sc.exe', '', @('queryex', 'AeXSvc'))
  , @('wevtutil.system', 'System32\wevtutil.exe', '', @('qe', 'System', "/q:*[System[$events]]", '/f:xml', '/rd:true', '/c:500', '/e:Events'))
)
