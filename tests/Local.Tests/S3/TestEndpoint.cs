using System.Net;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infra.Local.Tests.S3;

/// <summary>The least endpoint that lets SDKs talk to services over real HTTP: the signature names service and caller.</summary>
internal sealed class TestEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IReadOnlyList<IAwsService> _services;
    private readonly IReadOnlyDictionary<string, Principal> _principals;
    private int _requests;

    private TestEndpoint(IReadOnlyList<IAwsService> services, IReadOnlyDictionary<string, Principal> principals)
    {
        (_services, _principals) = (services, principals);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Url => new(_app.Urls.Single());

    public static async Task<TestEndpoint> StartAsync(
        IReadOnlyList<IAwsService> services, IReadOnlyDictionary<string, Principal>? principals = null)
    {
        var endpoint = new TestEndpoint(services, principals ?? new Dictionary<string, Principal>());
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var scope = Scope(http.Request.Headers.Authorization.ToString());
        var service = _services.Single(s => s.SigningName == (scope is null ? "s3" : scope[3]));
        var principal = scope is null
            ? new Principal.Anonymous()
            : _principals.GetValueOrDefault(scope[0], new Principal.Administrator(Some.AccountId));
        var requestId = $"request-{Interlocked.Increment(ref _requests)}";
        await service.PrepareAsync(http.Request);
        try
        {
            await service.HandleAsync(http, new AwsCall(service.SigningName, service.OperationOf(http.Request), principal, requestId));
        }
        catch (AwsException e)
        {
            await service.WriteErrorAsync(http, e, requestId);
        }
    }

    private static string[]? Scope(string authorization)
    {
        var start = authorization.IndexOf("Credential=", StringComparison.Ordinal);
        return start < 0 ? null : authorization[(start + "Credential=".Length)..].Split(',')[0].Split('/');
    }
}
