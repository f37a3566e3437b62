using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Algorithm and size of a CA's key.</summary>
[JsonConverter(typeof(ConstantConverter<KeyAlgorithm>))]
public class KeyAlgorithm(string value) : ConstantClass(value)
{
    public static readonly KeyAlgorithm RSA_2048 = new("RSA_2048");
    public static readonly KeyAlgorithm RSA_3072 = new("RSA_3072");
    public static readonly KeyAlgorithm RSA_4096 = new("RSA_4096");
    public static readonly KeyAlgorithm EC_prime256v1 = new("EC_prime256v1");
    public static readonly KeyAlgorithm EC_secp384r1 = new("EC_secp384r1");
    public static readonly KeyAlgorithm EC_secp521r1 = new("EC_secp521r1");
    public static readonly KeyAlgorithm ML_DSA_44 = new("ML_DSA_44");
    public static readonly KeyAlgorithm ML_DSA_65 = new("ML_DSA_65");
    public static readonly KeyAlgorithm ML_DSA_87 = new("ML_DSA_87");
    public static readonly KeyAlgorithm SM2 = new("SM2");

    public static implicit operator KeyAlgorithm(string value) => FindValue(value);

    public static KeyAlgorithm FindValue(string value) => FindValue<KeyAlgorithm>(value);
}
