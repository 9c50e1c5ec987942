@echo off
rem The one command, for Windows. Without arguments it opens the desktop.
setlocal
set "HOME_DIR=%~dp0"
if not defined JAVA_HOME for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*") do set "JAVA_HOME=%%~d"
if not defined JAVA_HOME goto :no_jdk
"%JAVA_HOME%\bin\java" --version 2>nul | findstr /r /c:" 2[5-9]" >nul || goto :no_jdk
if not exist "%HOME_DIR%modeler-app\app\target\app\lib" call :build || exit /b 2
if not exist "%HOME_DIR%engine-node\node\target\node\lib" call :build || exit /b 2
if "%~1"=="verify" (
  cd /d "%HOME_DIR%" && call mvn -B -ntp verify
  exit /b
)
set "WAVETANK_NODE_LIB=%HOME_DIR%engine-node\node\target\node\lib"
"%JAVA_HOME%\bin\java" "@%HOME_DIR%modeler-app\app\desktop.options" -cp "%HOME_DIR%modeler-app\app\target\app\lib\*" dev.wavetank.app.Main %*
exit /b

:build
where mvn >nul 2>nul || (echo wavetank: Maven is needed for the first build. Install Maven 3.8.7 or newer, then start again. 1>&2 & exit /b 2)
echo Building Wavetank ^(the first time this takes a few minutes^) ... 1>&2
pushd "%HOME_DIR%" && call mvn -B -q -Dquickly package -pl modeler-app/app,engine-node/node -am
set "RESULT=%ERRORLEVEL%"
popd
exit /b %RESULT%

:no_jdk
echo wavetank: no JDK 25 was found. Install one ^(for example Eclipse Temurin 25^) and set JAVA_HOME to its folder. 1>&2
exit /b 2
