namespace Infra.TrustManager.Memory;

/// <summary>What we last did about a certificate.</summary>
public enum MemoryPhase
{
    /// <summary>About to ask, or asked without hearing the answer.</summary>
    Registering,

    /// <summary>Directory Service gave it an id.</summary>
    Registered,

    /// <summary>About to ask for its end, or asked.</summary>
    Deregistering,

    /// <summary>Gone; remembered since an expiring certificate cannot come back, which a rollback must know.</summary>
    Removed,
}
