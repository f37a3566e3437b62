namespace Infra.Local.Faults;

/// <summary>How a call is made to fail.</summary>
public enum FaultKind
{
    /// <summary>The service's throttling error; nothing happened.</summary>
    Throttle,

    /// <summary>HTTP 500; nothing happened.</summary>
    InternalError,

    /// <summary>HTTP 403 as if a policy denied the call; nothing happened.</summary>
    AccessDenied,

    /// <summary>No answer comes and nothing happened; the connection is cut after the fault's delay.</summary>
    Timeout,

    /// <summary>The call takes effect, then the connection is cut: the caller never learns.</summary>
    LostAnswer,

    /// <summary>The call works, after the fault's delay.</summary>
    Slow,

    /// <summary>The error that the fault names, such as <c>ConcurrentModificationException</c>; nothing happened.</summary>
    Error,
}
