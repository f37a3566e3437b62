namespace Amazon.Lambda.Core;

/// <summary>Converts between the documents of an invocation and .NET objects.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
