namespace Infra.CrlResponder.Store;

/// <summary>What the bucket says about one object.</summary>
public abstract record StoreAnswer
{
    private StoreAnswer()
    {
    }

    /// <summary>Here it is; the receiver disposes of it.</summary>
    public sealed record Found(IStoredObject Content) : StoreAnswer;

    /// <summary>Still the one with the entity tag that was named.</summary>
    public sealed record NotModified : StoreAnswer;

    /// <summary>There is no such object.</summary>
    public sealed record NotThere : StoreAnswer;

    /// <summary>S3 refuses to say: no permission, or no such object and no permission to list.</summary>
    public sealed record Denied(string Code) : StoreAnswer;
}
