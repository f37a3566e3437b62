using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.TrustManager.Identity;

namespace Infra.TrustManager.Tests.Identity;

/// <summary>A request with a proof that has the right form; each test changes one thing.</summary>
internal sealed record SomeProof
{
    public const string Region = "us-gov-west-1";

    public const string FunctionArn = "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:trust-Reconcile";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public required string Endpoint { get; init; }

    public JsonObject Request { get; init; } = new() { ["request"] = "apply", ["directoryId"] = "d-0123456789" };

    public string SignedFor { get; init; } = FunctionArn;

    /// <summary>Another header than the one that belongs to function and request.</summary>
    public string? Header { get; init; }

    public string Path { get; init; } = "/?";

    /// <summary>Query parameters, encoded, in the order in which they are written.</summary>
    public IReadOnlyList<string> Query { get; init; } =
    [
        "Action=GetCallerIdentity",
        "Version=2011-06-15",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
        $"X-Amz-Credential=ASIAIOSFODNN7EXAMPLE%2F20261121%2F{Region}%2Fsts%2Faws4_request",
        "X-Amz-Date=20261121T080000Z",
        "X-Amz-Expires=300",
        "X-Amz-Security-Token=secret%2Btoken%3D",
        "X-Amz-SignedHeaders=host%3Bx-infra-request",
        $"X-Amz-Signature={Signature}",
    ];

    public static string Signature { get; } = new('5', 64);

    public string Url => $"{Endpoint}{Path}{string.Join('&', Query)}";

    /// <summary>The proof with another value for one parameter; null removes it.</summary>
    public SomeProof With(string name, string? value) => this with
    {
        Query =
        [
            .. Query.Select(pair => pair.Split('=')[0] != name ? pair : value is null ? null : $"{name}={value}")
                .OfType<string>(),
        ],
    };

    public SomeProof And(string parameter) => this with { Query = [.. Query, parameter] };

    /// <summary>The request as it arrives.</summary>
    public JsonElement ToJson()
    {
        var request = (JsonObject)Request.DeepClone();
        var header = Header ?? RequestBinding.Of(SignedFor, Parse(request.ToJsonString()));
        request["identity"] = new JsonObject { ["url"] = Url, ["header"] = header };
        return Parse(request.ToJsonString());
    }

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
