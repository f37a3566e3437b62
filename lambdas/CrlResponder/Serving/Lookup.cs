using Infra.CrlResponder.Cache;

namespace Infra.CrlResponder.Serving;

/// <summary>What can be said about a key now.</summary>
public abstract record Lookup
{
    private Lookup()
    {
    }

    /// <summary>A document can be sent; problem and trouble say why it may not be S3's current one.</summary>
    public sealed record Document(CachedDocument Value, Source From, ObjectProblem? Problem, StoreTrouble? Trouble) : Lookup;

    /// <summary>There is no such object, or S3 refuses to say.</summary>
    public sealed record NotThere(StoreTrouble? Denied) : Lookup;

    /// <summary>There may be one, but nothing that can be sent.</summary>
    public sealed record Unavailable(ObjectProblem? Problem, StoreTrouble? Trouble) : Lookup;
}
