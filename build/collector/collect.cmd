@echo off
rem Collects evidence about a package server with programs of Windows alone, into a folder beside this file (or the one
rem named as its argument). Changes nothing. Right-click, "Run as administrator": without it less can be read.
setlocal
set "SHELL64=%SystemRoot%\System32\WindowsPowerShell\v1.0\powershell.exe"
if exist "%SystemRoot%\Sysnative\WindowsPowerShell\v1.0\powershell.exe" set "SHELL64=%SystemRoot%\Sysnative\WindowsPowerShell\v1.0\powershell.exe"
"%SHELL64%" -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "%~dp0Collect-Evidence.ps1" %*
