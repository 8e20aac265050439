#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints the path of a Chromium; with --install installs Debian's first where none is found and we may.
find_it() {
	if [ -n "$LICAUDIT_CHROMIUM" ] && [ -x "$LICAUDIT_CHROMIUM" ]; then
		echo "$LICAUDIT_CHROMIUM"
		return 0
	fi
	for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
		command -v "$name" 2>/dev/null && return 0
	done
	return 1
}

if [ "$1" != "--install" ]; then
	find_it
	exit 0
fi
find_it >/dev/null && exit 0
if command -v apt-get >/dev/null 2>&1; then
	sudo=""
	[ "$(id -u)" = 0 ] || sudo="sudo -n"
	echo 'Installing Chromium for the browser tests …'
	$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi
if ! find_it >/dev/null; then
	echo 'No Chromium was found and none could be installed: set LICAUDIT_CHROMIUM to one.' >&2
	[ "$CI" = true ] && exit 1
	echo 'The browser tests will be skipped.' >&2
fi
exit 0
