#!/usr/bin/env node
// Stands outside of what is built, so that npm finds it when it links commands, before the first build.
import("../.medusa/server/src/cli/truestock.js")
