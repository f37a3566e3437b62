using System.Collections.Concurrent;
using Infra.TrustManager.Identity;
using Infra.TrustManager.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.Identity;

/// <summary>STS on a loopback port, which answers as a test says.</summary>
internal sealed class FakeSts : IAsyncDisposable
{
    public const string Arn = "arn:aws-us-gov:sts::111122223333:assumed-role/Operators/alice";

    /// <summary>A port on which nothing listens.</summary>
    public const string Nowhere = "http://127.0.0.1:1";

    private static readonly HttpClient Http = StsClient.CreateHttp();

    private readonly ConcurrentQueue<(string Query, string Header)> _calls = new();
    private LoopbackServer _server = null!;

    /// <summary>Query and our header of every call.</summary>
    public IReadOnlyList<(string Query, string Header)> Calls => [.. _calls];

    public string Url => _server.Url.GetLeftPart(UriPartial.Authority);

    /// <summary>What it does with a call; by default it answers with <see cref="Document"/>.</summary>
    public RequestDelegate Handle { get; set; } = http => http.Response.WriteAsync(Document());

    public SomeProof Proof => new() { Endpoint = Url };

    public static async Task<FakeSts> StartAsync()
    {
        var sts = new FakeSts();
        sts._server = await LoopbackServer.StartAsync(sts.AnswerAsync);
        return sts;
    }

    /// <summary>STS's own response (API reference, GetCallerIdentity).</summary>
    public static string Document(string account = "111122223333", string arn = Arn) => $"""
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <GetCallerIdentityResult>
            <Arn>{arn}</Arn><UserId>AROAEXAMPLE0000000000:alice</UserId><Account>{account}</Account>
          </GetCallerIdentityResult>
          <ResponseMetadata><RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId></ResponseMetadata>
        </GetCallerIdentityResponse>
        """;

    public static string Error(string code) => $"""
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>secret canonical request</Message></Error>
          <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>
        </ErrorResponse>
        """;

    public void Answer(int status, string document) => Handle = http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(document);
    };

    public Task<Requester> CheckAsync(SomeProof proof, string functionArn = SomeProof.FunctionArn) =>
        Check(Url, new FixedTime()).FindAsync(proof.ToJson(), functionArn, CancellationToken.None);

    public static RequesterCheck Check(string url, TimeProvider time) =>
        new(new StsEndpoint(SomeProof.Region, url), new StsClient(Http), time);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        _calls.Enqueue((http.Request.QueryString.Value!, http.Request.Headers[RequestBinding.HeaderName].ToString()));
        return Handle(http);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => SomeProof.Now;
    }
}
