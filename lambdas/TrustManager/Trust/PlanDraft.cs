using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>The plan of one purpose while it is being decided.</summary>
internal sealed class PlanDraft(CertificatePurpose purpose, DesiredPurpose? desired)
{
    private readonly HashSet<string> _gone = [];

    public CertificatePurpose Purpose => purpose;

    /// <summary>What is done first, in this order.</summary>
    public List<TrustStep> Steps { get; } = [];

    /// <summary>What is done once everything that is wanted is there.</summary>
    public List<TrustStep> Last { get; } = [];

    public List<string> Refusals { get; } = [];

    public List<string> Notes { get; } = [];

    public List<WaitingStep> Waiting { get; } = [];

    /// <summary>Ids of those whose day to go is decided by who needs their slots.</summary>
    public HashSet<string> Postponed { get; } = [];

    /// <summary>How many go first.</summary>
    public int GoneCount => _gone.Count;

    /// <summary>True when it goes first, and needs no removing later.</summary>
    public bool IsGone(RegisteredCertificate entry) => _gone.Contains(entry.Id);

    /// <summary>Takes away first, and waits until the slot is free.</summary>
    public void TakeFirst(RegisteredCertificate entry, string why)
    {
        _gone.Add(entry.Id);
        Steps.Add(Deregister(entry, why));
        Steps.Add(Await(entry));
    }

    public TrustStep.Register Register(WantedCertificate wanted) => new(purpose, wanted.Certificate, desired?.OcspUrl)
    {
        Why = wanted.IsBroken ? "its registration failed and is repeated"
            : wanted.Remembered is { RemovedByHand: true } ? "somebody deregistered it, and its sources still list it"
            : desired?.ReasonFor(wanted.Certificate).Text ?? TrustStep.Register.Listed,
    };

    public TrustStep.AwaitRegistered Await(WantedCertificate wanted) => new(purpose, wanted.Certificate);

    public TrustStep.Deregister Deregister(RegisteredCertificate entry, string why) =>
        new(purpose, entry.Id, entry.CommonName, why);

    public TrustStep.AwaitDeregistered Await(RegisteredCertificate entry) => new(purpose, entry.Id, entry.CommonName);
}
