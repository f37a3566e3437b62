namespace Infra.TrustManager.Restoring;

/// <summary>The tag on a CA that names the stack which has its revocation settings in its care.</summary>
/// <remarks>The CDK app compiles this file: the function's role may write this tag and no other.</remarks>
public static class CaHolderTag
{
    /// <summary>The tag's value is the ARN of the stack, at most 227 characters of the 256 allowed.</summary>
    public const string Key = "infra:crl-stack";
}
