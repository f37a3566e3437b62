using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Standard that the CA's key storage complies with.</summary>
[JsonConverter(typeof(ConstantConverter<KeyStorageSecurityStandard>))]
public class KeyStorageSecurityStandard(string value) : ConstantClass(value)
{
    public static readonly KeyStorageSecurityStandard FIPS_140_2_LEVEL_2_OR_HIGHER = new("FIPS_140_2_LEVEL_2_OR_HIGHER");
    public static readonly KeyStorageSecurityStandard FIPS_140_2_LEVEL_3_OR_HIGHER = new("FIPS_140_2_LEVEL_3_OR_HIGHER");
    public static readonly KeyStorageSecurityStandard CCPC_LEVEL_1_OR_HIGHER = new("CCPC_LEVEL_1_OR_HIGHER");

    public static implicit operator KeyStorageSecurityStandard(string value) => FindValue(value);

    public static KeyStorageSecurityStandard FindValue(string value) => FindValue<KeyStorageSecurityStandard>(value);
}
