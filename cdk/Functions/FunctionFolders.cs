namespace Infra.Cdk.Functions;

/// <summary>Folders of the published functions.</summary>
/// <param name="CrlResponder">Answers CRL requests.</param>
/// <param name="TrustManager">Answers CloudFormation about the CA.</param>
public sealed record FunctionFolders(string CrlResponder, string TrustManager)
{
    /// <exception cref="FunctionPackageException">A function could not be published.</exception>
    public static FunctionFolders Publish(FunctionPackage package) =>
        new(package.Publish(nameof(CrlResponder)), package.Publish(nameof(TrustManager)));
}
