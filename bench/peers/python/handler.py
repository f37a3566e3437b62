"""Serves CRLs from a private bucket with boto3.

By default it asks S3 for the whole object on each request, as the script does that people use today. With
KEEP_OBJECT_SECONDS it does what the responder does: keeps the object, and after that time asks S3 for it again only if
it has changed. Left out: checks of path and CRL, validators of HTTP clients, fallbacks, logs and metrics.
"""

import base64
import os
import time

import boto3
from botocore.exceptions import ClientError

BUCKET = os.environ["CRL_BUCKET"]
KEEP_SECONDS = os.environ.get("KEEP_OBJECT_SECONDS")

s3 = boto3.client("s3")
kept = {}


def lambda_handler(event, context):
    key = event["path"].lstrip("/")
    return {
        "statusCode": 200,
        "statusDescription": "200 OK",
        "isBase64Encoded": True,
        "headers": {"Content-Type": "application/pkix-crl"},
        "body": fetch(key)["body"] if KEEP_SECONDS is None else recall(key),
    }


def fetch(key, **condition):
    response = s3.get_object(Bucket=BUCKET, Key=key, **condition)
    body = base64.b64encode(response["Body"].read()).decode()
    return {"body": body, "etag": response["ETag"], "checked": time.monotonic()}


def recall(key):
    known = kept.get(key)
    if known is None:
        kept[key] = known = fetch(key)
    elif time.monotonic() - known["checked"] >= float(KEEP_SECONDS):
        try:
            kept[key] = known = fetch(key, IfNoneMatch=known["etag"])
        except ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] != 304:
                raise
            known["checked"] = time.monotonic()
    return known["body"]
