using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Infra.Local.S3.Store;

/// <summary>A bucket and the history of its keys. Readers work on a snapshot; writers take turns.</summary>
public sealed class Bucket(string name, DateTimeOffset createdAt, BucketSettings settings)
{
    private readonly Lock _writing = new();
    private volatile ImmutableSortedDictionary<string, ImmutableList<ObjectVersion>> _versions =
        ImmutableSortedDictionary.Create<string, ImmutableList<ObjectVersion>>(StringComparer.Ordinal);

    public string Name => name;

    public DateTimeOffset CreatedAt => createdAt;

    public BucketSettings Settings { get; set; } = settings;

    /// <summary>JSON of the bucket policy; null when there is none.</summary>
    public string? Policy { get; set; }

    /// <summary>Every version by key in S3's order, newest first within a key. A snapshot.</summary>
    public ImmutableSortedDictionary<string, ImmutableList<ObjectVersion>> Versions => _versions;

    /// <summary>What a read without version id sees: null when nothing was ever written; may be a delete marker.</summary>
    public ObjectVersion? FindCurrent(string key) => _versions.GetValueOrDefault(key)?[0];

    public ObjectVersion? FindVersion(string key, string versionId) =>
        _versions.GetValueOrDefault(key)?.Find(version => version.VersionId == versionId);

    /// <summary>Writes an object if <paramref name="condition"/> agrees with the version that it would replace.</summary>
    public ObjectVersion Put(string key, ObjectContent content, DateTimeOffset now, Action<ObjectVersion?>? condition = null)
    {
        lock (_writing)
        {
            condition?.Invoke(FindCurrent(key));
            return Append(key, content, now);
        }
    }

    /// <summary>A delete without version id: the new delete marker, or null where the object is simply gone.</summary>
    public ObjectVersion? Delete(string key, DateTimeOffset now, Action<ObjectVersion?>? condition = null)
    {
        lock (_writing)
        {
            condition?.Invoke(FindCurrent(key));
            if (Settings.Versioning != VersioningState.Unversioned)
            {
                return Append(key, content: null, now);
            }

            _versions = _versions.Remove(key);
            return null;
        }
    }

    /// <summary>Removes one version for good; null when it is not there.</summary>
    public ObjectVersion? DeleteVersion(string key, string versionId)
    {
        lock (_writing)
        {
            if (FindVersion(key, versionId) is not { } version)
            {
                return null;
            }

            Keep(key, _versions[key].Remove(version));
            return version;
        }
    }

    /// <summary>Applies the life-cycle rules as of <paramref name="now"/>; gives what is gone.</summary>
    public IReadOnlyList<ObjectVersion> Expire(DateTimeOffset now)
    {
        var gone = new List<ObjectVersion>();
        lock (_writing)
        {
            foreach (var (key, versions) in _versions)
            {
                var left = Settings.NoncurrentExpirations.Aggregate(
                    versions, (kept, rule) => rule.Apply(key, kept, now));
                gone.AddRange(versions.Except(left));
                Keep(key, left);
            }
        }

        return gone;
    }

    private ObjectVersion Append(string key, ObjectContent? content, DateTimeOffset now)
    {
        var versioned = Settings.Versioning == VersioningState.Enabled;
        var id = versioned ? RandomNumberGenerator.GetHexString(32, lowercase: true) : ObjectVersion.NullId;
        var version = new ObjectVersion(key, id, WholeSeconds(now), content);
        var earlier = _versions.GetValueOrDefault(key, []);
        Keep(key, (versioned ? earlier : earlier.RemoveAll(v => v.VersionId == id)).Insert(0, version));
        return version;
    }

    private void Keep(string key, ImmutableList<ObjectVersion> versions) =>
        _versions = versions.IsEmpty ? _versions.Remove(key) : _versions.SetItem(key, versions);

    private static DateTimeOffset WholeSeconds(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
}
