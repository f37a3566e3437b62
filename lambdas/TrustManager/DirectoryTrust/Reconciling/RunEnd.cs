namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>How a run came to its end.</summary>
public enum RunEnd
{
    /// <summary>The directory is as its sources say, as far as the mode allows.</summary>
    Done,

    /// <summary>A person holds the directory: nothing was done.</summary>
    Held,

    /// <summary>No deployment has said yet what to keep.</summary>
    NotDeployed,

    /// <summary>
    /// Another run or a deployment is at work on the directory, or the state does not hold what was deployed.
    /// </summary>
    Busy,

    /// <summary>The directory takes longer than the run had time; it goes on.</summary>
    Unfinished,

    /// <summary>A plan that must not be done.</summary>
    Refused,

    /// <summary>Something could not be read or done.</summary>
    Failed,
}
