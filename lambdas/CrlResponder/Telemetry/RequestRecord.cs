using Infra.CrlResponder.Requests;

namespace Infra.CrlResponder.Telemetry;

/// <summary>Who asked for what, when, and how long the answer took.</summary>
public sealed record RequestRecord(
    string RequestId, string FunctionName, DateTimeOffset At, TimeSpan Duration, long AnswerBytes, ClientRequest? Request);
