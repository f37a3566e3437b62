namespace Infra.TrustManager.Tests.Fakes;

/// <summary>How a call to AWS goes wrong.</summary>
public enum CallFault
{
    /// <summary>Refused for now; nothing happened.</summary>
    Throttled,

    /// <summary>HTTP 500; nothing happened.</summary>
    ServerError,

    /// <summary>No answer, after a long time; nothing happened.</summary>
    TimedOut,

    /// <summary>It took effect, but the connection broke.</summary>
    AnswerLost,

    /// <summary>The process dies before the call.</summary>
    CrashBefore,

    /// <summary>The process dies after the call took effect.</summary>
    CrashAfter,
}
