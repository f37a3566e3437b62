namespace Infra.Local.Lambda.Runtime;

/// <summary>How the Runtime API takes what a runtime posts.</summary>
public enum RuntimeAnswer
{
    Accepted,

    /// <summary>No invocation with that request id is being worked on.</summary>
    UnknownRequest,

    /// <summary>The echoed invocation id belongs to another try.</summary>
    WrongInvocationId,

    /// <summary>Not allowed at this point, such as an initialization error after the first invocation.</summary>
    WrongState,
}
