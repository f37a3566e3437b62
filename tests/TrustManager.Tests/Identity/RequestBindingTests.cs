using Infra.TrustManager.Identity;

namespace Infra.TrustManager.Tests.Identity;

public sealed class RequestBindingTests
{
    private const string HashOfApply = "49b9f059c936c66f765b63eb2a6f89ad25569e21694ace9601459e2a16538ef8";

    /// <summary>The hash is what Python's <c>json.dumps</c> and <c>hashlib</c> give.</summary>
    [Theory]
    [InlineData("""{"request":"apply","directoryId":"d-0123456789"}""", HashOfApply)]
    [InlineData(
        """{ "directoryId" : "d-0123456789", "identity": { "url": "u", "header": "h" }, "request": "\u0061pply" }""",
        HashOfApply)]
    [InlineData(
        """
        {"request":"hold","reason":"Müller: \"wait\" & see 🔑 </b>\\\t\u007f\u0001\n\r\b\f'+","until":null,
        "x":[1,true,{"b":2,"a":[]},"é"]}
        """,
        "0fd711a5b857bfa1b323e74523cd5444f402e84c0ca29996d75a0cdbce9d6a69")]
    public void The_same_request_has_the_same_hash_however_it_is_written(string request, string hash) =>
        Assert.Equal(
            $"{SomeProof.FunctionArn};{hash}", RequestBinding.Of(SomeProof.FunctionArn, SomeProof.Parse(request)));

    [Fact]
    public void Any_other_request_has_another_hash()
    {
        string[] requests =
        [
            """{"request":"apply"}""", """{"request":"Apply"}""", """{"request":"apply","x":null}""",
            """{"request":["apply"]}""",
            """{"request":{"apply":1}}""", """{"request":"apply","x":{"identity":1}}""",
            """{"request":"apply","x":{}}""",
            """{"x":"a\",\"y\":\"b"}""", """{"x":"a","y":"b"}""", "{}",
        ];

        Assert.Equal(
            requests.Length,
            requests.Select(request => RequestBinding.Of("f", SomeProof.Parse(request))).Distinct().Count());
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"x":{"a":1,"b":2,"a":3}}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    public void A_member_that_occurs_twice_has_no_hash(string request)
    {
        var failure = Assert.Throws<FormatException>(() => RequestBinding.Of("f", SomeProof.Parse(request)));

        Assert.Contains("the member 'a' occurs twice", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proof_that_occurs_twice_is_left_out_as_one_is() => Assert.Equal(
        RequestBinding.Of("f", SomeProof.Parse("{}")),
        RequestBinding.Of("f", SomeProof.Parse("""{"identity":1,"identity":2}""")));
}
