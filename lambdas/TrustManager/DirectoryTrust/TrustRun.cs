using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What the steps of one run share.</summary>
public sealed class TrustRun(
    IDirectoryService directory, TrustTask task, TrustJournal journal, ResourceWork work, TimeProvider time)
{
    public IDirectoryService Directory { get; } = directory;

    public string DirectoryId { get; } = task.DirectoryId;

    public TrustJournal Journal { get; } = journal;

    public ResourceWork Work { get; } = work;

    public TimeProvider Time { get; } = time;

    public Pauses Pauses { get; } = new(work, time);

    /// <summary>What was met on the way and a person should know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Ids of certificates that the directory would not let go.</summary>
    public HashSet<string> Kept { get; } = [];

    public bool Changed { get; private set; }

    public void Did(string what, string before, string after)
    {
        Changed = true;
        Work.Log.Changed(DirectoryId, what, before, after);
    }

    public Task<IReadOnlyList<RegisteredCertificate>> ListAsync(CancellationToken cancellationToken) =>
        Directory.ListCertificatesAsync(DirectoryId, cancellationToken);
}
