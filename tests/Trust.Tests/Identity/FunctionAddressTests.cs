using Infra.Trust.Identity;

namespace Infra.Trust.Tests.Identity;

public class FunctionAddressTests
{
    [Theory]
    [InlineData("f_1-A", null, null)]
    [InlineData("f_1-A:$LATEST", null, null)]
    [InlineData("f_1-A:live", null, null)]
    [InlineData("111122223333:f_1-A", null, "111122223333")]
    [InlineData("111122223333:function:f_1-A", null, "111122223333")]
    [InlineData("arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:f_1-A", "us-gov-west-1", "111122223333")]
    [InlineData("arn:aws:lambda:ap-southeast-2:111122223333:function:f_1-A:7", "ap-southeast-2", "111122223333")]
    public void A_function_is_known_by_what_lambda_takes(string text, string? region, string? account) =>
        Assert.Equal(new FunctionAddress(region, account, "f_1-A"), FunctionAddress.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("f;00")]
    [InlineData("a b")]
    [InlineData("arn:aws:iam::111122223333:role/f")]
    [InlineData("f\n")]
    public void Other_texts_name_no_function(string text) => Assert.Null(FunctionAddress.Find(text));

    [Theory]
    [InlineData("us-east-1", "arn:aws:lambda:us-east-1:111122223333:function:f")]
    [InlineData("us-gov-west-1", "arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:f")]
    [InlineData("cn-north-1", "arn:aws-cn:lambda:cn-north-1:111122223333:function:f")]
    public void The_partition_of_an_arn_is_the_regions(string region, string arn) =>
        Assert.Equal(arn, FunctionAddress.Arn(region, "111122223333", "f"));
}
