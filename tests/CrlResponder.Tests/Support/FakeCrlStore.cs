using System.Security.Cryptography;
using Infra.CrlResponder.Store;

namespace Infra.CrlResponder.Tests.Support;

/// <summary>A versioned bucket in memory that writes down what it is asked, and can fail as S3 does.</summary>
internal sealed class FakeCrlStore : ICrlStore
{
    private readonly Dictionary<string, List<Version>> _versions = [];
    private int _lastVersion;

    private readonly List<string> _questions = [];

    /// <summary>What was asked, in order; a CRL and the certificate of its CA may be asked for at the same time.</summary>
    public List<string> Questions
    {
        get
        {
            lock (_questions)
            {
                return [.. _questions];
            }
        }
    }

    /// <summary>What was asked about one key.</summary>
    public List<string> QuestionsAbout(string key) =>
        [.. Questions.Where(question => question.Contains(key, StringComparison.Ordinal))];

    /// <summary>S3 is slow, throttled or down.</summary>
    public bool IsDown { get; set; }

    /// <summary>Key of an object that S3 refuses to send, as one with a key of the writer's own.</summary>
    public string? RefusedKey { get; set; }

    /// <summary>S3 does not answer at all.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The list of versions fails, everything else works.</summary>
    public bool ListIsDown { get; set; }

    /// <summary>S3 breaks off while it sends an object.</summary>
    public bool BreaksOff { get; set; }

    public bool Denies { get; set; }

    /// <summary>Something that no class of the function expects.</summary>
    public Exception? Defect { get; set; }

    public static string ETag(byte[] bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";

    public void Put(string key, byte[] bytes, DateTimeOffset? lastModified = null)
    {
        if (!_versions.TryGetValue(key, out var versions))
        {
            _versions[key] = versions = [];
        }

        versions.Insert(0, new Version($"v{++_lastVersion}", bytes, lastModified ?? Some.Noon));
    }

    public void Delete(string key) => _versions.Remove(key);

    public Task<StoreAnswer> FindAsync(string key, string? unlessETag, CancellationToken cancellationToken) =>
        AskAsync(
            $"get {key} unless {unlessETag ?? "nothing"}",
            () => key == RefusedKey ? throw new StoreUnavailableException("The fake store refuses.", isRefusal: true)
                : !_versions.TryGetValue(key, out var versions) ? (StoreAnswer)new StoreAnswer.NotThere()
                : ETag(versions[0].Bytes) == unlessETag ? new StoreAnswer.NotModified()
                : Found(versions[0]),
            cancellationToken);

    public Task<StoreAnswer> FindVersionAsync(string key, string versionId, CancellationToken cancellationToken) =>
        AskAsync(
            $"get {key} version {versionId}",
            () => _versions[key].FirstOrDefault(version => version.Id == versionId) is { } version
                ? Found(version)
                : new StoreAnswer.NotThere(),
            cancellationToken);

    public Task<IReadOnlyList<StoredVersion>> ListVersionsAsync(string key, int limit, CancellationToken cancellationToken)
    {
        Note($"list {key}");
        return IsDown || ListIsDown
            ? throw new StoreUnavailableException("The fake store cannot list.")
            : Task.FromResult<IReadOnlyList<StoredVersion>>(
                [.. _versions[key].Take(limit).Select(version => Stored(key, version))]);
    }

    public Task<IReadOnlyList<StoredVersion>> ListVersionsUnderAsync(
        string prefix, int limit, CancellationToken cancellationToken)
    {
        Note($"list {prefix}*");
        return IsDown || ListIsDown
            ? throw new StoreUnavailableException("The fake store cannot list.")
            : Task.FromResult<IReadOnlyList<StoredVersion>>(
            [
                .. _versions.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .SelectMany(one => one.Value.Select(version => Stored(one.Key, version)))
                    .Take(limit),
            ]);
    }

    private static StoredVersion Stored(string key, Version version) => new(key, version.Id, ETag(version.Bytes));

    private async Task<StoreAnswer> AskAsync(string question, Func<StoreAnswer> answer, CancellationToken cancellationToken)
    {
        Note(question);
        if (Defect is { } defect)
        {
            throw defect;
        }

        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return IsDown || cancellationToken.IsCancellationRequested
            ? throw new StoreUnavailableException("The fake store is down.")
            : Denies ? new StoreAnswer.Denied("AccessDenied") : answer();
    }

    private void Note(string question)
    {
        lock (_questions)
        {
            _questions.Add(question);
        }
    }

    private StoreAnswer.Found Found(Version version) => new(new Sent(version, BreaksOff));

    private sealed record Version(string Id, byte[] Bytes, DateTimeOffset LastModified);

    private sealed class Sent(Version version, bool breaksOff) : IStoredObject
    {
        public string ETag => FakeCrlStore.ETag(version.Bytes);

        public DateTimeOffset LastModified => version.LastModified;

        public long LengthBytes => version.Bytes.Length;

        public Task ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
        {
            if (breaksOff)
            {
                throw new StoreUnavailableException("The fake store broke off.");
            }

            version.Bytes.CopyTo(destination);
            return Task.CompletedTask;
        }

        public void Dispose()
        {
        }
    }
}
