; Said after an uninstall that a person watches; a silent one keeps the same and says nothing.
!macro customUnInstall
  ${ifNot} ${Silent}
  ${andIfNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "Cases with their reports, backups and journals are kept.$\r$\n$\r$\nElevated runs: %ProgramData%\PackageServerDoctor$\r$\nOther runs: %LOCALAPPDATA%\PackageServerDoctor$\r$\n$\r$\nDelete these folders by hand when nothing needs to be taken back any more." /SD IDOK
  ${endIf}
!macroend
