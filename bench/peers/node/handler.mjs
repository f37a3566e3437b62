// Serves CRLs from a private bucket with @aws-sdk/client-s3, asking S3 for the whole object on each request.
// Left out: checks of path and CRL, validators of HTTP clients, fallbacks, logs and metrics.
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";

const bucket = process.env.CRL_BUCKET;
const s3 = new S3Client({ forcePathStyle: true });

export async function handler(event) {
  const object = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: event.path.slice(1) }));
  return {
    statusCode: 200,
    statusDescription: "200 OK",
    isBase64Encoded: true,
    headers: { "Content-Type": "application/pkix-crl" },
    body: await object.Body.transformToString("base64"),
  };
}
