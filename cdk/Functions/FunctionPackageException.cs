namespace Infra.Cdk.Functions;

/// <summary>A function could not be made ready for deployment.</summary>
public sealed class FunctionPackageException(string message) : Exception(message);
