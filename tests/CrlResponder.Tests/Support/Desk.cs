using System.Text;
using Infra.CrlResponder.Answers;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Serving;
using Infra.CrlResponder.Settings;
using Infra.CrlResponder.Telemetry;

namespace Infra.CrlResponder.Tests.Support;

/// <summary>A responder over a fake store and a clock that stands at noon.</summary>
internal sealed class Desk
{
    private readonly Responder _responder;

    public Desk(CrlResponderSettings? settings = null)
    {
        settings ??= Some.Settings;
        _responder = new Responder(
            settings, new DocumentSource(Store, Some.Loader(Store, Time, settings), settings.RevalidateAfter, Time), Time);
        Store.Put(Some.CertificateKey, Some.Certificate);
    }

    public FakeCrlStore Store { get; } = new();

    public FakeTime Time { get; } = new(Some.Noon);

    /// <summary>What was written down about the request answered last.</summary>
    public Observation LastObservation { get; private set; } = null!;

    public Task<Answer> GetAsync(string path = Some.CrlPath, params (string Name, string Value)[] headers) =>
        AnswerAsync(Some.Request(path, "GET", headers));

    public async Task<Answer> AnswerAsync(ClientRequest? request)
    {
        var (answer, observation) = await _responder.RespondAsync(request, CancellationToken.None);
        LastObservation = observation;
        return answer;
    }

    /// <summary>Moves the clock past the time in which S3 is not asked again.</summary>
    public void Wait(TimeSpan? time = null) => Time.Now += time ?? TimeSpan.FromSeconds(61);
}

internal static class AnswerReading
{
    public static byte[] Bytes(this Answer answer) => Convert.FromBase64String(Encoding.ASCII.GetString(answer.Base64Body.Span));

    public static string? Header(this Answer answer, string name) =>
        answer.Headers.SingleOrDefault(header => header.Key == name).Value;
}
