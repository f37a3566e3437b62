using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>What the steps of one run share.</summary>
public sealed class TrustRun(
    IDirectoryService directory, TrustTask task, TrustJournal journal, TrustWork work, TimeProvider time)
{
    public IDirectoryService Directory { get; } = directory;

    public string DirectoryId { get; } = task.DirectoryId;

    /// <summary>The moment for which everything is decided, and the request; the clock goes on meanwhile.</summary>
    public Occasion Occasion { get; } = new(task.At, work.RequestId) { By = work.By };

    public TrustJournal Journal { get; } = journal;

    public TrustWork Work { get; } = work;

    public TimeProvider Time { get; } = time;

    public Pauses Pauses { get; } = new(work, time);

    /// <summary>What was met on the way and a person should know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Ids of certificates that the directory would not let go.</summary>
    public HashSet<string> Kept { get; } = [];

    /// <summary>What was changed, one line each.</summary>
    public List<string> Done { get; } = [];

    public bool Changed => Done.Count > 0;

    public void Did(string what, string before, string after)
    {
        Done.Add($"{what}: {before} -> {after}");
        Work.Log.Changed(DirectoryId, what, before, after);
    }

    public Task<IReadOnlyList<RegisteredCertificate>> ListAsync(CancellationToken cancellationToken) =>
        Directory.ListCertificatesAsync(DirectoryId, cancellationToken);
}
