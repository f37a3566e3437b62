namespace Amazon.Lambda.Core;

/// <summary>
/// Names the serializer of a class-library function. Only Lambda's managed runtime reads it; an executable hands its
/// serializer to the bootstrap.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Method, AllowMultiple = false)]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    public Type SerializerType { get; set; } = serializerType;
}
