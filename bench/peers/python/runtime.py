"""The loop of the Lambda Runtime API, as short as it can be: one kept connection, no threads."""

import http.client
import json
import os

import handler

BASE = "/2018-06-01/runtime/invocation/"

connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
while True:
    connection.request("GET", BASE + "next")
    response = connection.getresponse()
    event = json.loads(response.read())
    answer = json.dumps(handler.lambda_handler(event, None)).encode()
    connection.request("POST", f"{BASE}{response.headers['Lambda-Runtime-Aws-Request-Id']}/response", answer)
    connection.getresponse().read()
