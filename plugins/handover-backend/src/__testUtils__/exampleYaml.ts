/** A valid handover with two environments and a freeze at the end of November 2026. */
export const exampleYaml = (purpose: string) => `apiVersion: handover.dev/v1
kind: Handover
metadata:
  tier: 1
  reviewedAt: 2026-11-01
overview:
  purpose: ${purpose}
environments:
  items:
    - name: staging
    - name: production
windows:
  items:
    - id: month-end
      title: Month-end freeze
      effect: deny
      reason: Finance closes the books
      environments: [production]
      schedule:
        start: 2026-11-30T00:00
        end: 2026-12-02T00:00
        timeZone: Asia/Kolkata
`;
