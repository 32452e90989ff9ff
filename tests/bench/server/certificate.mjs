// One key, a certificate for each host. With one certificate for all of them Chromium would put all hosts on one connection,
// and a peer whose script, API and pictures live on different hosts would get their round trips for nothing.
import { createHash, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { generate } from "selfsigned";

/** `contexts` by host name, and `spki`: what Chromium is told to trust (`--ignore-certificate-errors-spki-list`). */
export async function certify(hosts) {
  let keyPair;
  const contexts = new Map();
  for (const host of hosts) {
    const made = await generate([{ name: "commonName", value: host }], {
      algorithm: "sha256",
      keyType: "ec",
      curve: "P-256",
      keyPair,
      extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: host }] }],
    });
    keyPair ??= { privateKey: made.private, publicKey: made.public };
    contexts.set(host, { key: made.private, cert: made.cert, secure: createSecureContext({ key: made.private, cert: made.cert }) });
  }
  const [{ cert }] = contexts.values();
  const key = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return { contexts, spki: createHash("sha256").update(key).digest("base64") };
}
