/**
 * Asks the Handover gate, and fails the build unless the change may go on. See
 * docs/enforcement.md.
 *
 *     handoverGate(
 *         entity: 'component:default/orders',
 *         environment: 'production',
 *         portal: 'https://portal.example.com',
 *         credentialsId: 'handover-token',   // a secret text
 *         waitMinutes: 120)
 *
 * Call it outside of `node` and of stages with an agent. It takes an agent with
 * Node.js 22.13 or newer only while it asks, and none while it waits.
 */
def call(Map options) {
    def known = [
        'entity', 'environment', 'portal', 'credentialsId', 'change', 'artifactVersion',
        'waitMinutes', 'unreachable', 'onUnknown', 'label'
    ]
    // A misspelt option would otherwise be ignored.
    def unknown = options.keySet().findAll { !known.contains(it) }
    if (unknown) {
        error("handoverGate: unknown options ${unknown.join(', ')}")
    }
    def missing = ['entity', 'environment', 'portal', 'credentialsId'].findAll { !options[it] }
    if (missing) {
        error("handoverGate: missing options ${missing.join(', ')}")
    }
    def onUnknown = options.onUnknown ?: 'fail'
    if (!(onUnknown in ['fail', 'unstable'])) {
        error("handoverGate: onUnknown is '${onUnknown}', not 'fail' or 'unstable'")
    }

    int waitMinutes = (options.waitMinutes ?: 0) as int
    long end = System.currentTimeMillis() + waitMinutes * 60000L
    int code = -1
    // The loop ends by itself. The timeout is for an agent that never comes.
    timeout(time: waitMinutes + 30, unit: 'MINUTES') {
        waitUntil(initialRecurrencePeriod: 15000, quiet: true) {
            code = askGate(options, false)
            long left = end - System.currentTimeMillis()
            if (!(code in [1, 2]) || left <= 0) {
                return true
            }
            sleep(time: Math.min(300, (left / 1000L) as int) + 1, unit: 'SECONDS')
            return false
        }
        // Only the last decision is recorded, and what is recorded counts.
        if (code in [0, 1, 2]) {
            code = askGate(options, true)
        }
    }

    if (code == 0) {
        return
    }
    if (code == 2 && onUnknown == 'unstable') {
        unstable('The Handover gate has no verdict. The build goes on because of onUnknown.')
        return
    }
    if (code == 1) {
        error('The Handover gate is closed. The log above says why, and until when.')
    }
    if (code == 2) {
        error('The Handover gate has no verdict. The log above says why.')
    }
    error("The Handover gate was not asked (exit code ${code}).")
}

/** The exit code of `handover gate`. */
def askGate(Map options, boolean record) {
    node(options.label ?: '') {
        withCredentials([string(credentialsId: options.credentialsId, variable: 'HANDOVER_TOKEN')]) {
            // Options are variables, so that none is read as a command.
            withEnv([
                "HANDOVER_PORTAL=${options.portal}",
                "GATE_ENTITY=${options.entity}",
                "GATE_ENVIRONMENT=${options.environment}",
                "GATE_CHANGE=${options.change ?: 'deploy'}",
                "GATE_ARTIFACT_VERSION=${options.artifactVersion ?: ''}",
                "GATE_UNREACHABLE=${options.unreachable ?: 'fail'}",
                "GATE_RECORD=${record}",
            ]) {
                return sh(returnStatus: true, label: 'Ask the Handover gate', script: '''
                    set --
                    if [ "$GATE_RECORD" = true ]; then set -- --record --change-id="$BUILD_TAG"; fi
                    npx --yes @backstage-handover/cli@0.1.0 gate \\
                      --entity="$GATE_ENTITY" --environment="$GATE_ENVIRONMENT" --change="$GATE_CHANGE" \\
                      --artifact-version="$GATE_ARTIFACT_VERSION" --unreachable="$GATE_UNREACHABLE" "$@"
                ''')
            }
        }
    }
}
