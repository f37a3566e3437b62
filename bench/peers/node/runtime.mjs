// The loop of the Lambda Runtime API, as short as it can be: one kept connection.
import { Agent, request } from "node:http";
import { handler } from "./handler.mjs";

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const base = "/2018-06-01/runtime/invocation/";
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = body ? { "Content-Length": Buffer.byteLength(body) } : {};
    const sent = request({ host, port, agent, method, path, headers }, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ headers: response.headers, text: Buffer.concat(chunks).toString() });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function loop() {
  for (;;) {
    const next = await call("GET", base + "next");
    const answer = JSON.stringify(await handler(JSON.parse(next.text)));
    await call("POST", `${base}${next.headers["lambda-runtime-aws-request-id"]}/response`, answer);
  }
}

loop();
