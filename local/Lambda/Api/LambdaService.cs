using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Lambda.Api;

/// <summary>The Lambda API as clients see it: invoking functions and looking at them; templates are what deploys them.</summary>
public sealed class LambdaService(Functions functions, IAccessControl access) : IAwsService
{
    private readonly InvokeOperation _invoke = new(functions);

    public string SigningName => "lambda";

    public string OperationOf(HttpRequest request) => LambdaOperation.Of(request).Name;

    public Task HandleAsync(HttpContext http, AwsCall apiCall)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(apiCall);
        http.Response.Headers["x-amzn-RequestId"] = apiCall.RequestId;
        var (operation, function) = LambdaOperation.Of(http.Request);
        return operation switch
        {
            "Invoke" => _invoke.HandleAsync(http, apiCall, function),
            "ListFunctions" => AnswerAsync(http, apiCall, "*", () => FunctionDocuments.List(functions.All)),
            "GetFunction" => AnswerAsync(
                http, apiCall, ArnOf(function), () => FunctionDocuments.Function(functions.Get(function).Configuration)),
            "GetFunctionConfiguration" => AnswerAsync(
                http, apiCall, ArnOf(function), () => FunctionDocuments.Configuration(functions.Get(function).Configuration)),
            "GetPolicy" => AnswerAsync(http, apiCall, ArnOf(function), () => Policy(function)),
            _ => throw new AwsException(
                "UnknownOperationException",
                $"{http.Request.Method} {http.Request.Path} is no Lambda operation of the local AWS. Functions are deployed by "
                + "templates; Invoke, ListFunctions, GetFunction, GetFunctionConfiguration and GetPolicy are there.",
                404),
        };
    }

    public Task WriteErrorAsync(HttpContext http, AwsException failure, string requestId)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(failure);
        var code = failure.Code == "AccessDenied" ? "AccessDeniedException" : failure.Code;
        http.Response.Headers["x-amzn-ErrorType"] = code;
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        var type = failure.StatusCode >= 500 ? "Service" : "User";
        return WriteAsync(http, failure.StatusCode, new JsonObject { ["Type"] = type, ["Message"] = failure.Message });
    }

    private Task AnswerAsync(HttpContext http, AwsCall apiCall, string resource, Func<JsonObject> answer)
    {
        access.Demand(new AccessRequest(apiCall.Principal, $"lambda:{apiCall.Operation}", resource));
        return WriteAsync(http, 200, answer());
    }

    private string ArnOf(string function) => functions.Get(function).Configuration.Arn;

    private JsonObject Policy(string function) => functions.Get(function).Policy.ToJson() is { } policy
        ? new JsonObject { ["Policy"] = policy }
        : throw new AwsException("ResourceNotFoundException", "No policy is associated with the given resource.", 404);

    private static Task WriteAsync(HttpContext http, int status, JsonObject document)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(document.ToJsonString(), http.RequestAborted);
    }
}
