namespace Infra.CrlResponder.Store;

/// <summary>An object that the bucket has begun to send; its bytes are read once, after its size was found acceptable.</summary>
public interface IStoredObject : IDisposable
{
    /// <summary>Strong entity tag, with its quotes.</summary>
    string ETag { get; }

    DateTimeOffset LastModified { get; }

    long LengthBytes { get; }

    /// <summary>Reads the whole object into <paramref name="destination"/>, which is exactly as long as the object.</summary>
    /// <exception cref="StoreUnavailableException">The bytes did not arrive, or not as they were stored.</exception>
    Task ReadAsync(Memory<byte> destination, CancellationToken cancellationToken);
}
