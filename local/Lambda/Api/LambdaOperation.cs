using Microsoft.AspNetCore.Http;

namespace Infra.Local.Lambda.Api;

/// <summary>The API operation that a path and method ask for.</summary>
/// <param name="Name">For example <c>Invoke</c>; <c>Unknown</c> when it is none of those here.</param>
/// <param name="Function">Function in the path; empty when there is none.</param>
internal sealed record LambdaOperation(string Name, string Function)
{
    private const string Base = "/2015-03-31/functions";

    public static LambdaOperation Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var parts = path.StartsWith(Base, StringComparison.Ordinal)
            ? path[Base.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries)
            : null;
        return (request.Method, parts) switch
        {
            ("GET", []) => new LambdaOperation("ListFunctions", ""),
            ("GET", [var function]) => new LambdaOperation("GetFunction", function),
            ("GET", [var function, "configuration"]) => new LambdaOperation("GetFunctionConfiguration", function),
            ("GET", [var function, "policy"]) => new LambdaOperation("GetPolicy", function),
            ("POST", [var function, "invocations"]) => new LambdaOperation("Invoke", function),
            _ => new LambdaOperation("Unknown", ""),
        };
    }
}
